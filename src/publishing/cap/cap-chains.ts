import { Injectable } from '@nestjs/common';
import { Config } from '../../platform/config/config.js';
import { Bulletin, writtenOnce, type Edition } from '../bulletin/bulletin.js';
import type { PublicIncident } from '../bulletin/public-incident.js';
import { PublicAddresses } from '../public-addresses.js';
import type { CapChain } from './cap-feed.js';
import { chainOf, type CapMessage, type CapSettings } from './cap-message.js';

/** A broadcast's id, and whether it is about its cancellation. */
const named = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:-cancellation)?$/;

/** The CAP messages of what is public. */
@Injectable()
export class CapChains {
  private readonly settings: CapSettings;
  /** Made once for each incident, until it changes: hundreds at once would hold up every reader. */
  private readonly made = new WeakMap<PublicIncident, CapChain>();

  constructor(
    config: Config,
    private readonly addresses: PublicAddresses,
    private readonly bulletin: Bulletin,
  ) {
    const contacts = [config.get('CONTACT_PHONE'), config.get('CONTACT_EMAIL')].filter(Boolean);
    this.settings = {
      sender: config.get('CAP_SENDER') ?? new URL(config.publicUrl).hostname,
      municipality: { name: config.get('MUNICIPALITY_NAME'), code: config.get('MUNICIPALITY_CODE') },
      contact: contacts.length > 0 ? contacts.join(', ') : undefined,
      pageOf: (incident) => addresses.pageOf(incident),
    };
  }

  /** Of an edition. What only the subscribers of a topic got is no alert. */
  in(edition: Edition): readonly CapChain[] {
    return writtenOnce(edition, 'cap.chains', () =>
      edition.incidents.filter(({ topic }) => !topic).map((incident) => this.chain(incident)),
    );
  }

  /** A message, however old, by the last part of its address; undefined if there is none. */
  async find(name: string): Promise<CapMessage | undefined> {
    const id = named.exec(name)?.[1];
    if (id === undefined) return undefined;
    const { edition } = await this.bulletin.read();
    const recent = writtenOnce(edition, 'cap.messages', () => byName(this.in(edition))).get(name);
    if (recent) return recent;
    const incident = await this.bulletin.incidentOf(id);
    return incident && !incident.topic ? byName([this.chain(incident)]).get(name) : undefined;
  }

  addressOf({ name }: Pick<CapMessage, 'name'>): string {
    return this.addresses.capMessage(name);
  }

  private chain(incident: PublicIncident): CapChain {
    const made = this.made.get(incident) ?? { incident, messages: chainOf(incident, this.settings) };
    this.made.set(incident, made);
    return made;
  }
}

const byName = (chains: readonly CapChain[]): ReadonlyMap<string, CapMessage> =>
  new Map(chains.flatMap(({ messages }) => messages.map((message) => [message.name, message] as const)));
