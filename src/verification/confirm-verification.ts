import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Config } from '../platform/config/config.js';
import { CodeAllowances } from './code-allowances.js';
import {
  hashCode,
  makeSession,
  NoVerification,
  readCode,
  TooManyTries,
  triesAllowed,
  WrongCode,
  type Verification,
} from './verification.js';
import { VerificationsRepository } from './verifications.repository.js';

/** The visitor enters the code. Then a new session is trusted with the phone. */
@Injectable()
export class ConfirmVerification {
  constructor(
    private readonly config: Config,
    private readonly verifications: VerificationsRepository,
    private readonly allowances: CodeAllowances,
  ) {}

  /**
   * @param code as a person typed or pasted it
   * @param begin starts what the code was requested for, in the transaction that confirms it; not called when the right
   * code is repeated
   * @param record writes its audit entry, as the last write of the transaction; called when `begin` is
   * @returns the verification, and the secret of the session that is trusted from now on
   * @throws verification.not-a-code (costs no try), verification.wrong-code with the tries left,
   * verification.too-many-tries, verification.too-many-tries-for-number, verification.expired, verification.used,
   * verification.none
   */
  async run(
    session: string | undefined,
    code: string,
    begin: (confirmed: Verification, tx: EntityManager) => Promise<void> = () => Promise.resolve(),
    record: (tx: EntityManager) => Promise<void> = () => Promise.resolve(),
  ): Promise<{ verification: Verification; session: string }> {
    const digits = readCode(code);
    const asked = await this.verifications.find(session);
    if (!session || !asked) throw NoVerification();
    await this.allowances.requireTriesLeft(asked.phone);
    const codeHash = hashCode(digits, session, this.config.get('SECRET_KEY'));
    const next = makeSession();
    const tried = await this.verifications.atomically(async (tx) => {
      const result = await this.verifications.tryCode(session, codeHash, tx);
      if (!result?.right) return result;
      await this.verifications.trust(session, next, tx);
      if (!result.first) return result;
      await begin(result.verification, tx);
      const { phone: e164, kind } = result.verification;
      await this.allowances.giveBack({ e164, kind }, result.clientHashes, tx);
      await record(tx);
      return result;
    });
    // Thrown outside the transaction, so that the spent try is not rolled back.
    if (!tried) throw (await this.verifications.whyNot(session)) ?? NoVerification();
    if (tried.right) return { verification: tried.verification, session: next };
    await this.allowances.countWrongTry(asked.phone);
    const left = triesAllowed - tried.verification.tries;
    throw left > 0 ? WrongCode({ left }) : TooManyTries();
  }
}
