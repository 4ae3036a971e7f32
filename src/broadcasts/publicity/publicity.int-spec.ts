import type { z } from 'zod';
import { Pipeline } from '../../../test/support/pipeline.js';
import type { PreviewAnswer } from '../../audiences/preview-answers.js';
import type { BroadcastAnswer } from '../broadcast-answers.js';

type Answer = z.infer<typeof BroadcastAnswer>;
type Preview = z.infer<typeof PreviewAnswer>;

/** What a leak's text must say and the SMS below does not. */
const web = `Vattnet är avstängt på Storgatan från kl. 9 till kl. 12 på grund av en läcka.

Tappa upp vatten. Stäng kranar, tvättmaskin och diskmaskin. Vatten finns att hämta vid skolan.

Vattnet kan vara missfärgat efteråt: spola kallt. Läs mer på alavik.example.se/vatten.`;
const said = { language: 'sv', sms: 'Läcka på Storgatan.', headline: 'Inget vatten på Storgatan', web };

describe('a published broadcast', () => {
  let pipeline: Pipeline;
  let audience: object;
  beforeAll(async () => {
    pipeline = await Pipeline.start();
    const { places } = await pipeline.house({ mobiles: 1 });
    audience = { places };
  });
  afterAll(() => pipeline.stop());

  const write = async (body: object) => {
    const answer = await pipeline.post(pipeline.anna, '/broadcasts', {
      lane: 'urgent',
      expiresAt: new Date(Date.now() + 3_600_000).toISOString(),
      audience,
      texts: [said],
      isPublic: true,
      ...body,
    });
    expect(answer.statusCode).toBe(201);
    return answer.json<Answer>();
  };
  const submit = ({ id }: Answer) => pipeline.post(pipeline.anna, `/broadcasts/${id}/submission`);
  const codeOf = ({ json }: Awaited<ReturnType<typeof submit>>) => json<{ code?: string }>().code;

  it('says where it will be said to be, and the address of its page, before and after the submission', async () => {
    const draft = await write({});
    expect(draft.pageAddress).toMatch(/\/a\/[2-9a-z]{6}$/);
    const { publishedArea, pageAddress } = (await submit(draft)).json<Answer>();
    expect(publishedArea?.name).toBeTruthy();
    expect(draft.publishedArea).toEqual(publishedArea);
    expect(pageAddress).toBe(draft.pageAddress);
  });

  it('has no such fields if it is not published', async () => {
    const draft = await write({ isPublic: false });
    expect(draft).not.toHaveProperty('publishedArea');
    expect(draft).not.toHaveProperty('pageAddress');
  });

  it('meets the points of its checklist on its page', async () => {
    const submitted = await submit(await write({ event: 'leak' }));
    expect(submitted.statusCode).toBe(200);
    const how = Object.fromEntries(submitted.json<Answer>().checklist!.map((point) => [point.id, point.how]));
    expect(how).toMatchObject({ S4: 'found', S2: 'on-page', S3: 'on-page', S5: 'on-page' });
  });

  it('needs no other page for a point that its writer says is there', async () => {
    const { checklist } = await write({ event: 'leak', points: { S7: { how: 'on-page' } } });
    expect(checklist!.find(({ id }) => id === 'S7')?.how).toBe('on-page');
  });

  it('leaves the points open if it is not published', async () => {
    expect(codeOf(await submit(await write({ event: 'leak', isPublic: false })))).toBe(
      'broadcast.checklist-open',
    );
  });

  it.each(['headline', 'web'])('can’t be submitted with a placeholder in its %s', async (part) => {
    const texts = [{ ...said, [part]: 'Vattnet är av i [plats].' }];
    const refused = await submit(await write({ texts }));
    expect(refused.json()).toMatchObject({
      code: 'broadcast.placeholder-unfilled',
      unfilled: [{ language: 'sv', in: part, text: '[plats]' }],
    });
    expect((await submit(await write({ texts, isPublic: false }))).statusCode).toBe(200);
  });

  it('reaches no phone if it is on the web only, and costs nothing', async () => {
    const draft = await write({ webOnly: true, texts: [{ ...said, sms: '' }] });
    expect(draft).toMatchObject({
      excerpt: 'Inget vatten på Storgatan',
      preview: { phones: { mobile: 0, landline: 0 } },
      estimate: { segments: 0, calls: 0, costOre: 0 },
      texts: [{ sms: '', segments: 0, headline: said.headline, web }],
    });
    const { submittedCount, contentHash } = (await submit(draft)).json<Answer>();
    expect(submittedCount).toBe(0);
    const approved = await pipeline.post(pipeline.bo, `/broadcasts/${draft.id}/approval`, {
      contentHash,
      opened: ['web', 'text-sv'],
    });
    expect(approved.json()).toMatchObject({ state: 'approved', planned: 0 });
  });

  it('is not published by default for a property, as its preview says', async () => {
    const preview = await pipeline.post(pipeline.anna, '/audiences/preview', { audience });
    expect(preview.json<Preview>().publicByDefault).toBe(false);
    expect(await write({ isPublic: undefined })).toMatchObject({ isPublic: false, publicAsUsual: true });
    expect(await write({ isPublic: false })).toMatchObject({ isPublic: false, publicAsUsual: false });
  });
});
