import { Injectable } from '@nestjs/common';
import { MembersRepository } from '../staff/members.repository.js';
import { acts, type Act, type Happening } from './broadcast.js';
import { BroadcastEvents } from './broadcast-events.repository.js';

export interface HistoryEntry {
  readonly at: Date;
  readonly act: Act;
  readonly by?: { readonly id: string; readonly name: string };
  /** Phones it reached when it was submitted. */
  readonly count?: number;
}

const isAct = (happening: Happening): happening is Act => (acts as readonly Happening[]).includes(happening);

/** Who did what to a broadcast, by name. */
@Injectable()
export class BroadcastHistory {
  constructor(
    private readonly members: MembersRepository,
    private readonly events: BroadcastEvents,
  ) {}

  namesOf(ids: readonly (string | undefined)[]): Promise<ReadonlyMap<string, string>> {
    return this.members.namesOf([...new Set(ids)].filter((id) => id !== undefined));
  }

  /** All that people did to it, oldest first. */
  async history(broadcastId: string): Promise<HistoryEntry[]> {
    const events = await this.events.of(broadcastId);
    const names = await this.namesOf(events.map(({ memberId }) => memberId));
    return events.flatMap(({ at, act, memberId, count }) =>
      isAct(act) ? [{ at, act, by: person(memberId, names), ...(count === undefined ? {} : { count }) }] : [],
    );
  }
}

export const person = (id: string | undefined, names: ReadonlyMap<string, string>) =>
  id === undefined ? undefined : { id, name: names.get(id) ?? '' };
