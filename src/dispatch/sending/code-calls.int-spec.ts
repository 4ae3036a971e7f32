import { fictionLandline } from '../../../test/support/fiction-phones.js';
import { pollUntil, Pipeline } from '../../../test/support/pipeline.js';
import { VerificationSender } from '../../verification/verification-sender.js';

describe('a verification code to a landline', () => {
  let pipeline: Pipeline;
  beforeAll(async () => {
    pipeline = await Pipeline.start({ CALLS_PER_SECOND: '400' });
    pipeline.startWorker();
  });
  afterAll(() => pipeline.stop());

  const ask = async (phone: string) => {
    await pipeline.app.get(VerificationSender).send({
      phone,
      kind: 'landline',
      language: 'sv',
      text: 'Din kod är 041709.',
      code: '041709',
      expiresAt: new Date(Date.now() + 600_000),
    });
    const [broadcast] = await pipeline.db.query<{ id: string }[]>(
      `SELECT id FROM broadcast WHERE kind = 'verification' ORDER BY created_at DESC LIMIT 1`,
    );
    return broadcast!.id;
  };
  const completed = (id: string) =>
    pollUntil(
      () =>
        pipeline.db.query<{ state: string; sms: string; voice: string | null }[]>(
          'SELECT state, sms, voice FROM broadcast JOIN broadcast_text ON broadcast_id = id WHERE id = $1',
          [id],
        ),
      ([broadcast]) => broadcast?.state === 'completed' && broadcast.sms === '',
    );

  it('is read out digit by digit, twice, and then deleted', async () => {
    const phone = fictionLandline(1);
    const id = await ask(phone);
    const [call] = await pollUntil(
      () => pipeline.handset(phone),
      (got) => got.length > 0,
    );
    expect(call).toMatchObject({ kind: 'call', text: expect.stringContaining('Luleå kommun') });
    expect(call!.text.match(/^0 4 1 7 0 9$/gm)).toHaveLength(2);
    expect(call!.text).not.toContain('Tryck');
    expect(await completed(id)).toMatchObject([{ sms: '', voice: null }]);
  });

  it('is not repeated to a phone that nobody answers', async () => {
    const phone = fictionLandline(2);
    await pipeline.faults({ rules: [{ match: { to: [phone] }, fault: { kind: 'no-answer' } }] });
    const id = await ask(phone);
    await completed(id);
    expect(await pipeline.ledger(id)).toMatchObject([{ phone, status: 'undelivered', attempts: 1 }]);
  });
});
