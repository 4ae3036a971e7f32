import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { startTestApp } from '../../../test/support/app.js';
import { openTestDatabase } from '../../../test/support/database.js';
import { hire, type Hired } from '../../../test/support/staff.js';
import { MembersRepository } from '../../staff/members.repository.js';

describe('the phone of a member of staff, as personal data', () => {
  const phone = '+46701740605';
  let app: NestFastifyApplication;
  let owner: Hired;
  beforeAll(async () => {
    await (await openTestDatabase()).destroy();
    app = await startTestApp();
    owner = await hire(app, 'Olle', ['service-owner']);
    await app.get(DataSource).transaction((tx) => app.get(MembersRepository).setPhone(owner.id, phone, tx));
  });
  afterAll(() => app.close());

  const ask = (path: string) =>
    app.inject({
      method: 'POST',
      url: `/api/v1/personal-data/${path}`,
      headers: owner.headers,
      payload: { phone, reason: 'Begäran från den registrerade' },
    });

  it('is in an export, and is erased', async () => {
    expect((await ask('exports')).body).toContain('Olle');
    expect((await ask('erasures')).json()).toMatchObject({
      erased: expect.arrayContaining([{ kind: 'staff-phones', erased: 1, anonymised: 0 }]),
    });
    expect(await app.get(MembersRepository).withPhone(phone)).toEqual([]);
  });
});
