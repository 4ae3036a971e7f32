import { Injectable, Optional } from '@nestjs/common';
import type { InterfaceLanguage } from '../kernel/language.js';
import type { PhoneNumber } from '../kernel/phone-number.js';
import { Config } from '../platform/config/config.js';
import { hashPhone } from '../platform/logging/hash-phone.js';
import { Log } from '../platform/logging/log.js';
import { CodeAllowances } from './code-allowances.js';
import { verificationEvents } from './log-events.js';
import { readPublicNumber } from './public-number.js';
import { VerificationSender } from './verification-sender.js';
import { CodeNotSent, codeText, hashCode, makeCode, makeSession } from './verification.js';
import { VerificationsRepository } from './verifications.repository.js';

export interface VerificationRequest {
  /** In any usual form. */
  readonly number: string;
  /**
   * What the visitor is about to do, as a word that the caller chooses. The caller gets it back with the verification.
   */
  readonly purpose: string;
  /** Whether a landline is accepted, which is then called; if left out, only mobiles. */
  readonly landlines?: boolean;
  /**
   * Ids, chosen by the caller, of what to start when the code is right; undefined when the visitor only wants a trusted
   * session.
   */
  readonly wanted?: readonly string[];
  /** The page's language. The code's message, and later what was requested, are written in it. */
  readonly language: InterfaceLanguage;
  /** The client's network address. */
  readonly client: string;
  /** The browser's session so far. Its code becomes invalid. */
  readonly session?: string;
}

export interface RequestedVerification {
  /**
   * The secret of the browser's new session. It is always new, so that an attacker can't plant their session in
   * another's browser and get it trusted.
   */
  readonly session: string;
  /** E.164. */
  readonly phone: string;
  readonly expiresAt: Date;
}

/** Sends a code to a phone. It does not look up the number, so the answer can't reveal whether the number is known. */
@Injectable()
export class RequestVerification {
  private readonly log = new Log('verification', verificationEvents);

  constructor(
    private readonly config: Config,
    private readonly allowances: CodeAllowances,
    private readonly verifications: VerificationsRepository,
    // Absent in a program that does not send messages. The pages still work there.
    @Optional() private readonly sender?: VerificationSender,
  ) {}

  /**
   * @throws verification.number-missing, phone.not-a-number, verification.foreign-number, verification.landline, the
   * refusals of `CodeAllowances.take`, verification.not-sent
   */
  async run(request: VerificationRequest): Promise<RequestedVerification> {
    const { purpose, landlines, wanted, language, session } = request;
    const number = readPublicNumber(request.number, {
      country: this.config.get('DEFAULT_COUNTRY'),
      prefixes: this.config.get('PUBLIC_PREFIXES'),
      landlines,
    });
    const clientHashes = this.allowances.hashClient(request.client);
    await this.allowances.take(number, clientHashes);

    const code = makeCode();
    const next = makeSession();
    const codeHash = hashCode(code, next, this.config.get('SECRET_KEY'));
    const expiresAt = await this.verifications.open({
      session: next,
      phone: number.e164,
      kind: number.kind,
      purpose,
      language,
      wanted,
      codeHash,
      clientHashes,
    });
    if (session) await this.verifications.close(session);
    await this.send(number, code, language, expiresAt);
    return { session: next, phone: number.e164, expiresAt };
  }

  private async send(
    { e164: phone, kind }: PhoneNumber,
    code: string,
    language: InterfaceLanguage,
    expiresAt: Date,
  ) {
    try {
      if (!this.sender) throw new Error('nothing provides VerificationSender');
      const text = codeText(code, this.config.get('MUNICIPALITY_NAME'), language);
      await this.sender.send({ phone, kind, language, text, code, expiresAt });
    } catch (error) {
      this.log.write('code.not-sent', {
        err: error,
        phone: hashPhone(phone, this.config.get('SECRET_KEY')),
      });
      throw CodeNotSent();
    }
  }
}
