import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { channelOf, isSpoken } from '../kernel/channel.js';
import type { PhoneNumber } from '../kernel/phone-number.js';
import { Config } from '../platform/config/config.js';
import {
  AllowancesRepository,
  type ClientHashes,
  type Draw,
} from '../platform/allowances/allowances.repository.js';
import { Log } from '../platform/logging/log.js';
import { allowances, CodesPaused, prefixOf, wrongTries, type Allowance } from './code-allowance.js';
import { verificationEvents } from './log-events.js';
import { TooManyTriesForNumber } from './verification.js';

/** Limits how many codes are sent: per number, per address, per prefix and in total. */
@Injectable()
export class CodeAllowances {
  private readonly log = new Log('verification', verificationEvents);
  private readonly all: readonly Allowance[];

  constructor(
    private readonly repository: AllowancesRepository,
    config: Config,
  ) {
    this.all = allowances({
      codesPerDay: config.get('CODES_PER_DAY'),
      textPrice: config.get('SEGMENT_PRICE_ORE'),
      callPrice: config.get('CALL_PRICE_ORE'),
    });
  }

  hashClient(address: string): ClientHashes {
    return this.repository.hashClient(address);
  }

  /**
   * Takes one code from every allowance, or from none.
   *
   * @throws verification.too-many-for-number, verification.too-many-from-address, verification.paused, each with the
   * minutes to wait
   */
  async take(phone: PhoneNumber, client: ClientHashes): Promise<void> {
    const seen = await this.repository.isDrawnOn({ scope: 'network', key: client.network });
    await this.repository.take(
      this.draws(this.all, phone, client, seen),
      ({ scope, holds, minutes }, wait) => {
        const { refuse } = this.all.find((allowance) => allowance.scope === scope)!;
        if (refuse === CodesPaused) this.log.write('codes.paused', { allowance: scope, holds, minutes });
        return refuse({ minutes: wait });
      },
    );
  }

  /** The code was used, so it went to somebody who wanted it. */
  async giveBack(phone: PhoneNumber, client: ClientHashes, tx: EntityManager): Promise<void> {
    const returned = this.all.filter((allowance) => allowance.returned);
    await this.repository.giveBack(this.draws(returned, phone, client), tx);
  }

  /** @throws verification.too-many-tries-for-number */
  async requireTriesLeft(phone: string): Promise<void> {
    await this.repository.requireLeft([this.wrongTry(phone)], refuseTries);
  }

  /** A wrong code was tried for the number. */
  async countWrongTry(phone: string): Promise<void> {
    await this.repository.take([this.wrongTry(phone)], refuseTries);
  }

  private wrongTry(phone: string): Draw {
    return { scope: 'wrong-tries', key: this.repository.hash('phone', phone), ...wrongTries };
  }

  private draws(of: readonly Allowance[], phone: PhoneNumber, client: ClientHashes, seen = false): Draw[] {
    return of.flatMap(({ scope, texts, calls, minutes, forUnseen = 0 }) => {
      const key = this.keyOf(scope, phone.e164, client);
      const holds = isSpoken(channelOf(phone.kind)) ? calls : texts;
      return key ? [{ scope, key, holds, minutes, leaving: seen ? forUnseen : 0 }] : [];
    });
  }

  /** @returns undefined when the client has no such network: an IPv4 address is not in a /56 */
  private keyOf(scope: Allowance['scope'], phone: string, client: ClientHashes): Buffer | undefined {
    switch (scope) {
      case 'phone-hour':
      case 'phone-day':
        return this.repository.hash('phone', phone);
      case 'client':
      case 'site':
      case 'network':
        return client[scope];
      case 'prefix':
        return this.repository.hash('prefix', prefixOf(phone));
      default:
        return this.repository.hash('all', '');
    }
  }
}

const refuseTries = (_empty: Draw, minutes: number) => TooManyTriesForNumber({ minutes });
