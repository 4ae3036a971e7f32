import { Backup } from '../../../test/support/backup.js';
import { pollUntil, Pipeline } from '../../../test/support/pipeline.js';
import { Config } from '../../platform/config/config.js';
import { examineLedger } from './examine-ledger.js';

describe('the doctor, after a restored backup', () => {
  let pipeline: Pipeline;
  beforeAll(async () => {
    pipeline = await Pipeline.start();
  });
  afterAll(() => pipeline.stop());

  it('reports messages of the provider that the ledger lacks, and then that sending is held', async () => {
    const says = async () => {
      const [found] = await examineLedger(pipeline.app.get(Config));
      return found!;
    };
    expect(await says()).toMatchObject({ kind: 'ok' });
    const { places } = await pipeline.house({ mobiles: 2 });
    const first = await pipeline.startAnotherWorker();
    await pollUntil(says, ({ what }) => what.startsWith('The provider has sent nothing since'));
    await first.close();
    const id = await pipeline.send({ places });
    const backup = await Backup.of(pipeline.db);
    const worker = await pipeline.startAnotherWorker();
    await pollUntil(
      () => pipeline.report(id),
      ({ delivered }) => delivered === 2,
    );
    expect(await says()).toMatchObject({ kind: 'ok' });
    await worker.close();
    await backup.restore();
    expect(await says()).toMatchObject({
      kind: 'problem',
      what: expect.stringMatching(/^The provider has sent 2 messages since .* that the ledger lacks/),
    });
    const another = await pipeline.startAnotherWorker();
    await pollUntil(says, ({ what }) => what.startsWith('Sending is held since'));
    await another.close();
    await backup.drop();
  });
});
