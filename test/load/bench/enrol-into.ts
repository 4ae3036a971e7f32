import type { DataSource } from 'typeorm';
import type { Broadcast } from '../../../src/broadcasts/broadcast.js';
import { EnrolmentRepository } from '../../../src/deliveries/ledger/enrolment.repository.js';
import { newId } from '../../../src/kernel/ids.js';
import { monotonicMs } from './monotonic.js';

export interface Enrolled {
  readonly ms: number;
  /** Phones that would have been reached. */
  readonly planned: number;
}

/** Enrols an audience as the engine does, and rolls back. */
export async function enrolInto(
  db: DataSource,
  audience: Broadcast['audience'],
  channels: Broadcast['channels'] = 'both',
): Promise<Enrolled> {
  const createdAt = new Date();
  const broadcast: Broadcast = {
    id: newId(createdAt),
    kind: 'alert',
    state: 'approved',
    lane: 'urgent',
    exercise: false,
    channels,
    audience,
    audienceName: 'bench',
    texts: [{ language: 'sv', sms: 'Prov', segments: 1 }],
    expiresAt: new Date(createdAt.getTime() + 3_600_000),
    createdAt,
    authors: [],
    version: 1,
  };
  const runner = db.createQueryRunner();
  await runner.startTransaction();
  try {
    const begun = monotonicMs();
    const planned = await new EnrolmentRepository(db).enrol(broadcast, runner.manager);
    return { ms: monotonicMs() - begun, planned };
  } finally {
    await runner.rollbackTransaction();
    await runner.release();
  }
}
