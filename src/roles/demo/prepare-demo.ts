import { NestFactory } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { DomainError } from '../../kernel/refusal.js';
import { Config } from '../../platform/config/config.js';
import { MembersRepository } from '../../staff/members.repository.js';
import { hashSecret } from '../../staff/secrets.js';
import { ensureDemoTopics } from '../../topics/ensure-demo-topics.js';
import { AppModule } from '../app.module.js';
import { loadDemoMunicipality } from '../demo-data.js';
import { migrateDatabase } from '../migrate.js';
import type { RoleContext } from '../role.js';
import { ensureDemoAccounts } from './ensure-demo-accounts.js';
import { DemoClock } from './demo-clock.js';
import { ensureDemoHistory, registersAt } from './demo-history.js';
import { ensureDemoSocialAccounts } from './demo-social-accounts.js';
import { checkDemoKeys, demoPeople } from './demo-people.js';

/** Creates the demo's schema, two people, topics, municipality and history. Safe to repeat. */
export async function runPrepareDemo({ env }: RoleContext): Promise<void> {
  const config = Config.read(env);
  const keys = checkDemoKeys(config.get('BUDKAVLE_DEMO_KEYS') ?? []);
  await migrateDatabase(config);
  const clock = new DemoClock();
  const app = await NestFactory.createApplicationContext(AppModule.with(config, { clock }), {
    logger: ['error', 'warn'],
    abortOnError: false,
  });
  const members = app.get(MembersRepository, { strict: false });
  for (const [index, person] of demoPeople.entries())
    await members.ensureMember(person, hashSecret(keys[index]!), 'demo');
  const department = await members.ensureDepartment(demoPeople[0].departmentName);
  await ensureDemoAccounts(app);
  await ensureDemoTopics(app.get(DataSource), department);
  await clock
    .at(registersAt(), () => loadDemoMunicipality(app, { residents: config.get('DEMO_RESIDENTS') }))
    .then(() => ensureDemoHistory(app, clock))
    .catch(startWithout);
  await ensureDemoSocialAccounts(app, config);
  await app.close();
}

/** If METRIC_SRID is set for another region, the user has their own municipality: start without the fictitious one. */
function startWithout(error: unknown): void {
  if (!(error instanceof DomainError) || error.code !== 'places.outside-reference') throw error;
  console.log(
    'The made-up municipality lies outside METRIC_SRID, so it is left out. Import one of your own.',
  );
}
