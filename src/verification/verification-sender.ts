import type { InterfaceLanguage } from '../kernel/language.js';
import type { PhoneKind } from '../kernel/phone-number.js';

/** A code to be sent to the visitor's phone. */
export interface VerificationMessage {
  /** E.164. */
  readonly phone: string;
  /** A mobile gets a text, a landline a call. */
  readonly kind: PhoneKind;
  readonly language: InterfaceLanguage;
  /** For a mobile: the sentence with the code. */
  readonly text: string;
  /** For a landline: read aloud digit by digit. */
  readonly code: string;
  /** After this the code is of no use and need not be sent. */
  readonly expiresAt: Date;
}

/** Sends a code. A port, because sending belongs to a higher floor, which provides the implementation. */
export abstract class VerificationSender {
  abstract send(message: VerificationMessage): Promise<void>;
}
