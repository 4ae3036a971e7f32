import type { InterfaceLanguage } from '../kernel/language.js';
import type { PhoneKind } from '../kernel/phone-number.js';

/** A code on its way to the one who asked for it. */
export interface VerificationMessage {
  /** E.164. */
  readonly phone: string;
  /** A mobile gets a text, a landline a call. */
  readonly kind: PhoneKind;
  readonly language: InterfaceLanguage;
  /** For a mobile: the sentence that carries the code. */
  readonly text: string;
  /** For a landline: read digit by digit. */
  readonly code: string;
  /** After this it is of no use, and need not be sent. */
  readonly expiresAt: Date;
}

/** Sends a code; a port, because sending is the affair of a higher floor, which provides it. */
export abstract class VerificationSender {
  abstract send(message: VerificationMessage): Promise<void>;
}
