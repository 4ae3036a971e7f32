import { pollUntil, Pipeline } from '../../../test/support/pipeline.js';
import type { ProviderTroublesAnswer } from './provider-troubles-answers.js';
import { ProviderTroublesRepository } from './provider-troubles.repository.js';
import { ResolveDoubts } from '../doubts/resolve-doubts.js';

describe('questions that the provider does not answer', () => {
  let pipeline: Pipeline;
  beforeAll(async () => {
    pipeline = await Pipeline.start();
    pipeline.startWorker();
  });
  afterAll(() => pipeline.stop());

  const troubles = async () =>
    (await pipeline.get('/provider-troubles')).json<ReturnType<typeof ProviderTroublesAnswer.parse>>();
  const look = async () => {
    await pipeline.db.query('UPDATE delivery_doubt SET look_at = now()');
    await pipeline.app.get(ResolveDoubts).run();
    return troubles();
  };

  it('are shown to staff with the doubts that wait for them, until there is an answer', async () => {
    const { phones, ...audience } = await pipeline.house({ mobiles: 1 });
    await pipeline.faults({
      rules: [
        { match: { to: phones[0]!, first: 1 }, fault: { kind: 'accept-then-reset' } },
        { match: { to: phones[0]! }, fault: { kind: 'callback-lost' } },
      ],
    });
    const id = await pipeline.send(audience);
    await pollUntil(
      () => pipeline.report(id),
      ({ inDoubt }) => inDoubt === 1,
    );
    await pipeline.faults({ rules: [{ fault: { kind: 'list-unavailable' } }] });
    expect(await pollUntil(look, ({ lookUps }) => lookUps.length > 0)).toEqual({
      lookUps: [
        {
          question: 'list-sms',
          provider: null,
          reason: '20503',
          failures: expect.any(Number),
          since: expect.any(String),
          at: expect.any(String),
        },
      ],
      doubts: { waiting: 1, since: expect.any(String) },
      parkedReceipts: 0,
    });
    await pipeline.faults({ rules: [] });
    expect(await pollUntil(look, ({ lookUps }) => lookUps.length === 0)).toMatchObject({
      doubts: { waiting: 0, since: null },
    });
  });

  it('are counted, and no longer shown after an hour without a try', async () => {
    const repository = pipeline.app.get(ProviderTroublesRepository);
    await repository.note('list-voice', '20003', 1);
    await repository.note('list-voice', '20003', 4);
    expect(await repository.all()).toMatchObject([{ question: 'list-voice', failures: 5 }]);
    await pipeline.db.query(`UPDATE provider_trouble SET at = now() - interval '61 minutes'`);
    expect(await repository.all()).toEqual([]);
    await repository.note('list-voice', 'http-403', 2);
    expect(await repository.all()).toMatchObject([{ reason: 'http-403', failures: 2 }]);
  });
});
