import { NestFactory } from '@nestjs/core';
import type { INestApplicationContext } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { testConfig } from '../../../test/support/app.js';
import { openTestDatabase } from '../../../test/support/database.js';
import { BroadcastLedger } from '../../broadcasts/broadcast-ledger.js';
import { BroadcastsRepository } from '../../broadcasts/broadcasts.repository.js';
import { PlaceQueries } from '../../places/place-queries.repository.js';
import { MembersRepository } from '../../staff/members.repository.js';
import { hashSecret } from '../../staff/secrets.js';
import { ensureDemoTopics } from '../../topics/ensure-demo-topics.js';
import { AppModule } from '../app.module.js';
import { loadDemoMunicipality } from '../demo-data.js';
import { DemoClock } from './demo-clock.js';
import { ensureDemoHistory, registersAt } from './demo-history.js';
import { demoPeople } from './demo-people.js';

describe('the demo’s history', () => {
  let db: DataSource;
  let app: INestApplicationContext;
  const clock = new DemoClock();
  beforeAll(async () => {
    db = await openTestDatabase();
    app = await NestFactory.createApplicationContext(AppModule.with(await testConfig(), { clock }), {
      logger: ['error'],
    });
    const members = app.get(MembersRepository, { strict: false });
    for (const person of demoPeople) await members.ensureMember(person, hashSecret(person.name), 'demo');
    await ensureDemoTopics(db, await members.ensureDepartment(demoPeople[0].departmentName));
    await clock.at(registersAt(), () => loadDemoMunicipality(app, { residents: 600 }));
  });
  afterAll(async () => {
    await app.close();
    await db.destroy();
  });

  it('has subscribers, an alert with failures, its all-clear and a topic notice, and is made only once', async () => {
    await ensureDemoHistory(app, clock);
    await ensureDemoHistory(app, clock);
    const [notice, clear, leak, ...others] = await app
      .get(BroadcastsRepository, { strict: false })
      .list({ limit: 10 });
    expect(others).toEqual([]);
    expect([leak, clear, notice].map((b) => [b!.kind, b!.state, b!.follows?.relation])).toEqual([
      ['alert', 'completed', undefined],
      ['alert', 'completed', 'all-clear'],
      ['topic', 'completed', undefined],
    ]);
    expect(notice).toMatchObject({ audienceName: 'Planerade vattenavstängningar', planned: 60 });
    for (const { createdAt, startedAt, completedAt } of [leak!, clear!, notice!]) {
      expect(createdAt.getTime()).toBeLessThan(startedAt!.getTime());
      expect(startedAt!.getTime()).toBeLessThan(completedAt!.getTime());
      expect(completedAt!.getTime()).toBeLessThan(Date.now());
    }
    const { places: [place] = [] } = leak!.audience as { places?: readonly string[] };
    expect(await app.get(PlaceQueries, { strict: false }).find(place!, leak!.decidedAt)).toBeDefined();
    const report = await app.get(BroadcastLedger, { strict: false }).report(leak!);
    expect(report.delivered).toBeGreaterThan(report.planned / 2);
    expect(report.undelivered).toBeGreaterThan(0);
    expect(report.pending + report.sending + report.accepted + report.sent).toBe(0);
    const [work] = await db.query<{ n: number }[]>('SELECT count(*)::int AS n FROM delivery_batch');
    expect(work!.n).toBe(0);
  });
});
