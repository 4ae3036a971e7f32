import { Injectable } from '@nestjs/common';
import { AuditLog } from '../staff/audit-log.js';
import { MembersRepository } from '../staff/members.repository.js';
import { acts, type Act } from './broadcast.js';

export interface HistoryEntry {
  readonly at: Date;
  readonly act: Act;
  readonly by?: { readonly id: string; readonly name: string };
  /** Phones it reached when it was submitted. */
  readonly count?: number;
}

/** As the audit log names them, where that is otherwise. */
const actOf: Readonly<Record<string, Act | undefined>> = {
  ...Object.fromEntries(acts.map((act) => [`broadcast.${act}`, act])),
  'broadcast.approve': 'approval',
};

/** Who did what to a broadcast, by name. */
@Injectable()
export class BroadcastPeople {
  constructor(
    private readonly members: MembersRepository,
    private readonly audit: AuditLog,
  ) {}

  namesOf(ids: readonly (string | undefined)[]): Promise<ReadonlyMap<string, string>> {
    return this.members.namesOf([...new Set(ids)].filter((id) => id !== undefined));
  }

  /** All that was done to it, oldest first. */
  async history(broadcastId: string): Promise<HistoryEntry[]> {
    const entries = await this.audit.about(broadcastId);
    const names = await this.namesOf(entries.map(({ memberId }) => memberId));
    return entries.flatMap(({ at, action, memberId, detail }) => {
      const act = actOf[action];
      if (!act) return [];
      const { count } = detail as { count?: number };
      return [{ at, act, by: person(memberId, names), ...(count === undefined ? {} : { count }) }];
    });
  }
}

export const person = (id: string | undefined, names: ReadonlyMap<string, string>) =>
  id === undefined ? undefined : { id, name: names.get(id) ?? '' };
