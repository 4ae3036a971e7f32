import type { DataSource } from 'typeorm';
import type { Broadcast } from '../../../src/broadcasts/broadcast.js';
import { EnrolmentRepository } from '../../../src/deliveries/enrolment.repository.js';
import { newId } from '../../../src/kernel/ids.js';
import { monotonicMs } from './monotonic.js';

/** Enrols everybody at a place as the engine does, and takes it back. @returns milliseconds */
export async function enrolInto(db: DataSource, place: string): Promise<number> {
  const createdAt = new Date();
  const broadcast: Broadcast = {
    id: newId(createdAt),
    kind: 'alert',
    state: 'approved',
    lane: 'urgent',
    exercise: false,
    channels: 'both',
    audience: { places: [place] },
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
    await new EnrolmentRepository(db).enrol(broadcast, runner.manager);
    return monotonicMs() - begun;
  } finally {
    await runner.rollbackTransaction();
    await runner.release();
  }
}
