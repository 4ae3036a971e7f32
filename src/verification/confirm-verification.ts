import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Config } from '../platform/config/config.js';
import { CodeAllowances } from './code-allowances.js';
import {
  hashCode,
  NoVerification,
  readCode,
  TooManyTries,
  triesAllowed,
  WrongCode,
  type Verification,
} from './verification.js';
import { VerificationsRepository } from './verifications.repository.js';

/** The visitor shows the code: the session is trusted with the phone. */
@Injectable()
export class ConfirmVerification {
  constructor(
    private readonly config: Config,
    private readonly verifications: VerificationsRepository,
    private readonly allowances: CodeAllowances,
  ) {}

  /**
   * @param code as a person wrote or pasted it
   * @param begin what the code was for, in the transaction that confirms it
   * @throws verification.not-a-code (costs no try), verification.wrong-code with the tries left,
   * verification.too-many-tries, verification.expired, verification.used, verification.none
   */
  async run(
    session: string | undefined,
    code: string,
    begin: (confirmed: Verification, db: EntityManager) => Promise<void> = () => Promise.resolve(),
  ): Promise<Verification> {
    const digits = readCode(code);
    if (!session) throw NoVerification();
    const codeHash = hashCode(digits, session, this.config.get('SECRET_KEY'));
    const tried = await this.verifications.atomically(async (db) => {
      const result = await this.verifications.tryCode(session, codeHash, db);
      if (!result?.verification.confirmedAt) return result?.verification;
      await begin(result.verification, db);
      const { phone: e164, kind } = result.verification;
      await this.allowances.giveBack({ e164, kind }, result.clientHash, db);
      return result.verification;
    });
    // Refused out here, so that the try it cost stays spent.
    if (!tried) throw (await this.verifications.whyNot(session)) ?? NoVerification();
    if (tried.confirmedAt) return tried;
    const left = triesAllowed - tried.tries;
    throw left > 0 ? WrongCode({ left }) : TooManyTries();
  }
}
