import { Injectable } from '@nestjs/common';
import { refusal } from '../../kernel/refusal.js';
import { AddressQueries } from '../../places/address-queries.repository.js';
import { AllowancesRepository, type Draw } from '../../platform/allowances/allowances.repository.js';
import { VerificationsRepository } from '../../verification/verifications.repository.js';
import type { FoundAddress } from './registrations.repository.js';

const SearchTooShort = refusal('registration.search-too-short', 'invalid', {
  sv: 'Skriv minst tre tecken, till exempel gatans namn och numret.',
  en: 'Write at least three characters, for example the street’s name and the number.',
});
const TooManySearches = refusal('registration.too-many-searches', 'too-many', {
  sv: 'Många sökningar har gjorts på kort tid. Försök igen om {minutes} minuter.',
  en: 'Many searches have been made in a short time. Try again in {minutes} minutes.',
});

/** Most that one search shows: a person who knows the address finds it among them. */
const maxFound = 6;

const shortest = 3;

export interface OpenSearch {
  /** The client's network address. */
  readonly client: string;
  /** Street and number, as people type them. */
  readonly typed: string;
}

export interface AddressSearch extends OpenSearch {
  readonly session: string | undefined;
}

/**
 * Finds addresses for a resident to choose from. The result says nothing about phones. Nobody can copy the register by
 * searching: each search shows few, and searches are rate-limited.
 */
@Injectable()
export class FindAddresses {
  constructor(
    private readonly verifications: VerificationsRepository,
    private readonly allowances: AllowancesRepository,
    private readonly addresses: AddressQueries,
  ) {}

  /** @throws verification.required, registration.search-too-short, registration.too-many-searches */
  async run({ session, client, typed }: AddressSearch): Promise<FoundAddress[]> {
    const { phone } = await this.verifications.requireTrusted(session);
    return this.find(typed, this.draws(phone, client));
  }

  /**
   * For a reader who asks whether something that is published concerns an address. It takes no phone, so that everyone
   * can ask in a crisis.
   *
   * @throws registration.search-too-short, registration.too-many-searches
   */
  runOpenly({ client, typed }: OpenSearch): Promise<FoundAddress[]> {
    return this.find(typed, this.openDraws(client));
  }

  private async find(typed: string, draws: readonly Draw[]): Promise<FoundAddress[]> {
    if (typed.trim().length < shortest) throw SearchTooShort();
    await this.allowances.take(draws, (_empty, minutes) => TooManySearches({ minutes }));
    const found = await this.addresses.search(typed, maxFound);
    return found.map(({ id, name, postalCode, locality }) => ({ id, name, postalCode, locality }));
  }

  private draws(phone: string, client: string): Draw[] {
    const hour = 60;
    const from = this.allowances.hashClient(client);
    return [
      { scope: 'search-phone', key: this.allowances.hash('phone', phone), holds: 60, minutes: hour },
      { scope: 'search-client', key: from.client, holds: 120, minutes: hour },
      { scope: 'search-network', key: from.network, holds: 600, minutes: hour },
      { scope: 'search-total', key: this.allowances.hash('all', ''), holds: 3000, minutes: hour },
    ];
  }

  /** Wider: thousands of mobiles share an operator's address, and many ask in the same hour. */
  private openDraws(client: string): Draw[] {
    const hour = 60;
    const from = this.allowances.hashClient(client);
    return [
      { scope: 'open-search-client', key: from.client, holds: 300, minutes: hour },
      { scope: 'open-search-network', key: from.network, holds: 3000, minutes: hour },
      { scope: 'open-search-total', key: this.allowances.hash('all', ''), holds: 20_000, minutes: hour },
    ];
  }
}
