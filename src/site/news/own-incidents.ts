import { Injectable } from '@nestjs/common';
import type { OwnAddress } from '../../directory/self-service/registration.js';
import { IncidentsAt, type ConcerningEach } from './incidents-at.js';
import { ReadLatest } from './latest.js';

/** What is going on at the addresses of a visitor. */
@Injectable()
export class OwnIncidents {
  constructor(
    private readonly latest: ReadLatest,
    private readonly incidentsAt: IncidentsAt,
  ) {}

  async at(addresses: readonly Pick<OwnAddress, 'addressId'>[]): Promise<ConcerningEach> {
    const latest = await this.latest.run();
    if (!latest) return new Map();
    return this.incidentsAt.run(
      addresses.map(({ addressId }) => addressId),
      latest.reading.edition,
    );
  }
}
