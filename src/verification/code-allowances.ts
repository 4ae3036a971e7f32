import { Injectable, Logger } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { PhoneNumber } from '../kernel/phone-number.js';
import { Config } from '../platform/config/config.js';
import { AllowancesRepository, type Draw } from '../platform/allowances/allowances.repository.js';
import { allowances, CodesPaused, prefixOf, type Allowance } from './code-allowance.js';

/** How many codes may be sent: a number, an address, a prefix and all together each have an allowance. */
@Injectable()
export class CodeAllowances {
  private readonly log = new Logger('verification');
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

  hashClient(address: string): Buffer {
    return this.repository.hashClient(address);
  }

  /**
   * Takes one code from every allowance, or from none.
   *
   * @throws verification.too-many-for-number, verification.too-many-from-address, verification.paused, each with the
   * minutes to wait
   */
  async take(phone: PhoneNumber, client: Buffer): Promise<void> {
    await this.repository.take(this.draws(this.all, phone, client), ({ scope, holds, minutes }, wait) => {
      const { refuse } = this.all.find((allowance) => allowance.scope === scope)!;
      if (refuse === CodesPaused) this.log.error({ allowance: scope, holds, minutes }, 'codes are paused');
      return refuse({ minutes: wait });
    });
  }

  /** The code was used, so it went to somebody who wanted it. */
  async giveBack(phone: PhoneNumber, client: Buffer, db: EntityManager): Promise<void> {
    const returned = this.all.filter((allowance) => allowance.returned);
    await this.repository.giveBack(this.draws(returned, phone, client), db);
  }

  private draws(of: readonly Allowance[], phone: PhoneNumber, client: Buffer): Draw[] {
    return of.map(({ scope, texts, calls, minutes }) => ({
      scope,
      key: this.keyOf(scope, phone.e164, client),
      holds: phone.kind === 'landline' ? calls : texts,
      minutes,
    }));
  }

  private keyOf(scope: Allowance['scope'], phone: string, client: Buffer): Buffer {
    switch (scope) {
      case 'phone-hour':
      case 'phone-day':
        return this.repository.hash('phone', phone);
      case 'client':
        return client;
      case 'prefix':
        return this.repository.hash('prefix', prefixOf(phone));
      default:
        return this.repository.hash('all', '');
    }
  }
}
