import { Inject, Injectable } from '@nestjs/common';
import { CallRoom } from '../../broadcasts/call-room.js';
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

/** A provider's list of all that it has sent. */
export interface NamedList {
  readonly provider: string;
  readonly list: SentList;
}

/** All providers, by name. What is behind {@link of} is reached through a {@link ProviderFront} only. */
export abstract class Providers {
  /**
   * Never another than the one that is named: what is in doubt at one provider must not be looked up at another.
   *
   * @param name as the ledger has it; null is the configured one
   */
  abstract of(name: string | null): Provider;

  /** Of those that senders go through. */
  abstract sentLists(): readonly NamedList[];

  /** Gives up what is being looked up, and looks nothing up any more; what is being sent goes on. */
  abstract stopLookUps(): void;

  abstract close(): Promise<void>;
}

interface Open {
  readonly room: ProviderRoom;
  readonly front: ProviderFront;
}

/** Makes a provider's room when it is first asked for. One that no sender names any more is asked about what it has sent. */
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

  /** How much fits in a call, whichever provider makes it. */
  callRooms(): readonly CallRoom[] {
    return this.config.providers.flatMap((provider) => this.at(provider).room.callRoom ?? []);
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

/** The least of all that may make the call. */
@Injectable()
export class LeastCallRoom extends CallRoom {
  constructor(private readonly providers: ConfiguredProviders) {
    super();
  }

  most(language: SpokenLanguage): number {
    return Math.min(...this.providers.callRooms().map((room) => room.most(language)));
  }
}
