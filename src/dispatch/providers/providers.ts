import { Inject, Injectable } from '@nestjs/common';
import { CallCapacity } from '../../broadcasts/call/call-capacity.js';
import type { SpokenLanguage } from '../../kernel/language.js';
import { Config } from '../../platform/config/config.js';
import {
  isProviderName,
  providerFacts,
  reachesPhones,
  type ProviderName,
} from '../../platform/config/provider-settings.js';
import type { SentList } from '../gap/sent-list.js';
import { InFlights } from '../rate/in-flight.js';
import type { Provider } from './provider.js';
import { ProviderFront, type LookUpWatch } from './provider-front.js';
import type { ProviderRoom } from './provider-room.js';
import { providerRooms } from './provider-rooms.js';
import { UnknownProvider } from './unknown-provider.js';
import { WatchLookUps } from './watch-look-ups.js';

/** A provider's list of everything that it has sent. */
export interface NamedList {
  readonly provider: string;
  readonly list: SentList;
}

/** All providers, by name. The result of {@link of} is always wrapped in a {@link ProviderFront}. */
export abstract class Providers {
  /**
   * Never returns another provider than the named one: a delivery in doubt at one provider must not be looked up at
   * another.
   *
   * @param name the name in the ledger; null means the configured provider
   */
  abstract of(name: string | null): Provider;

  /** The lists of the providers that senders use. */
  abstract sentLists(): readonly NamedList[];

  /** Aborts all look-ups, and starts no more. Sending continues. */
  abstract stopLookUps(): void;

  abstract close(): Promise<void>;
}

interface Open {
  readonly room: ProviderRoom;
  readonly front: ProviderFront;
}

/** Creates a provider on first use. A provider that no sender names any more is still asked about what it has sent. */
@Injectable()
export class ConfiguredProviders extends Providers {
  private readonly open = new Map<ProviderName, Open>();

  constructor(
    private readonly config: Config,
    private readonly inFlights: InFlights,
    @Inject(WatchLookUps) private readonly watch: LookUpWatch,
  ) {
    super();
  }

  of(name: string | null): Provider {
    const known = name ?? this.config.get('PROVIDER');
    if (!isProviderName(known) || providerFacts[known].lacks(this.config.values).length > 0)
      return new UnknownProvider();
    return this.at(known).front;
  }

  sentLists(): readonly NamedList[] {
    return this.config.providers.map((provider) => ({ provider, list: this.at(provider).room.sentList }));
  }

  /** How much fits in a call, for each provider that makes calls. */
  callCapacities(): readonly CallCapacity[] {
    return this.config.providers.flatMap((provider) => this.at(provider).room.callCapacity ?? []);
  }

  stopLookUps(): void {
    for (const { front } of this.open.values()) front.stopLookUps();
  }

  async close(): Promise<void> {
    await Promise.all([...this.open.values()].map(({ front }) => front.close()));
  }

  private at(name: ProviderName): Open {
    const known = this.open.get(name);
    if (known) return known;
    const room = providerRooms[name](this.config, this.inFlights.of(name));
    const who = { name, isUsual: name === this.config.get('PROVIDER'), reachesPhones: reachesPhones(name) };
    const opened = { room, front: new ProviderFront(who, room.provider, this.watch) };
    this.open.set(name, opened);
    return opened;
  }
}

/** The smallest limit of all providers that may make the call. */
@Injectable()
export class LeastCallCapacity extends CallCapacity {
  constructor(private readonly providers: ConfiguredProviders) {
    super();
  }

  maxCharacters(language: SpokenLanguage): number {
    return Math.min(...this.providers.callCapacities().map((room) => room.maxCharacters(language)));
  }
}
