import { Injectable } from '@nestjs/common';
import { refusal } from '../kernel/refusal.js';
import { AllowancesRepository, type Draw } from '../platform/allowances/allowances.repository.js';
import { Log } from '../platform/logging/log.js';
import { AuditLog } from './audit-log.js';
import { staffEvents } from './log-events.js';
import { WrongKey, type Member } from './member.js';
import { MembersRepository } from './members.repository.js';
import { hashSecret } from './secrets.js';

const TooManyKeys = refusal('staff.too-many-keys', 'too-many', {
  sv: 'Fel nyckel har skrivits många gånger från din internetanslutning. Försök igen om {minutes} minuter.',
  en: 'A wrong key was written many times from your internet connection. Try again in {minutes} minutes.',
});

const minutes = 15;

/** Finds the owner of a key. Wrong keys are counted per client and per network, logged and audited. */
@Injectable()
export class KeyTries {
  private readonly log = new Log('sign-in', staffEvents);

  constructor(
    private readonly members: MembersRepository,
    private readonly allowances: AllowancesRepository,
    private readonly audit: AuditLog,
  ) {}

  /**
   * A right key is accepted, however many wrong ones came from the same address: a key is 192 random bits, which nobody
   * guesses, and a colleague's old script must not lock out a duty officer.
   *
   * @param client the client's network address
   * @throws staff.wrong-key, staff.too-many-keys
   */
  async find(key: string, client: string): Promise<Member> {
    const member = await this.members.findByKeyHash(hashSecret(key));
    if (member) return member;
    const draws = this.draws(client);
    // Over the limit, a client is refused without a write: it must not wait for a lock and so hold a connection that
    // others need.
    await this.allowances.requireLeft(draws, tooMany);
    await this.allowances.take(draws, tooMany);
    const from = draws[0]!.key.toString('hex', 0, 6);
    this.log.write('sign-in.wrong-key', { client: from });
    await this.audit.record({ action: 'staff.sign-in-refused', subject: from });
    throw WrongKey();
  }

  private draws(client: string): Draw[] {
    const from = this.allowances.hashClient(client);
    return [
      { scope: 'wrong-key-client', key: from.client, holds: 10, minutes },
      { scope: 'wrong-key-network', key: from.network, holds: 50, minutes },
    ];
  }
}

const tooMany = (_empty: Draw, wait: number) => TooManyKeys({ minutes: wait });
