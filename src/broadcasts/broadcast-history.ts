import { Injectable } from '@nestjs/common';
import { MembersRepository } from '../staff/members.repository.js';
import { shownActs, type Happening, type ShownAct } from './broadcast.js';
import { BroadcastEvents } from './broadcast-events.repository.js';

export interface HistoryEntry {
  readonly at: Date;
  readonly act: ShownAct;
  readonly by?: { readonly id: string; readonly name: string };
  /** Number of phones that it reached at the submission. */
  readonly count?: number;
}

const isShown = (happening: Happening): happening is ShownAct =>
  (shownActs as readonly Happening[]).includes(happening);

/** The history of a broadcast, with the names of the people. */
@Injectable()
export class BroadcastHistory {
  constructor(
    private readonly members: MembersRepository,
    private readonly events: BroadcastEvents,
  ) {}

  namesOf(ids: readonly (string | undefined)[]): Promise<ReadonlyMap<string, string>> {
    return this.members.namesOf([...new Set(ids)].filter((id) => id !== undefined));
  }

  /** Everything that people did to it, and a start that was missed; oldest first. */
  async history(broadcastId: string): Promise<HistoryEntry[]> {
    const events = await this.events.of(broadcastId);
    const names = await this.namesOf(events.map(({ memberId }) => memberId));
    return events.flatMap(({ at, act, memberId, count }) =>
      isShown(act)
        ? [{ at, act, by: person(memberId, names), ...(count === undefined ? {} : { count }) }]
        : [],
    );
  }
}

export const person = (id: string | undefined, names: ReadonlyMap<string, string>) =>
  id === undefined ? undefined : { id, name: names.get(id) ?? '' };
