import { z } from 'zod';
import { BroadcastAnswer, BroadcastSummaryAnswer } from '../broadcasts/broadcast-answers.js';
import { ReportAnswer } from '../broadcasts/report-answers.js';
import { SettingsAnswer } from './settings-answers.js';
import { SenderAnswer } from '../dispatch/senders/sender-answers.js';
import { MemberAnswer } from '../staff/session-answers.js';
import { Pipeline } from '../../test/support/pipeline.js';

// Also on the embedded database (capability): the staff API.
/** The schemas are strict: a field that the API description does not name makes them fail. */
describe("the API's answers match its description", () => {
  let pipeline: Pipeline;
  let id: string;
  beforeAll(async () => {
    pipeline = await Pipeline.start();
    const { places } = await pipeline.house({ mobiles: 1, landlines: 1 });
    id = await pipeline.send({ places }, {}, false);
  });
  afterAll(() => pipeline.stop());

  const answer = async (path: string): Promise<unknown> => (await pipeline.get(path)).json();

  it("a broadcast's answer matches before and after approval", async () => {
    const waiting = BroadcastAnswer.parse(await answer(`/broadcasts/${id}`));
    expect(waiting.preview?.phones).toEqual({ mobile: 1, landline: 1 });
    expect(waiting.estimate?.segments).toBe(1);

    const approved = await pipeline.approve(pipeline.bo, id);
    expect(BroadcastAnswer.parse(approved.json()).planned).toBe(2);
    for (const control of ['pause', 'resumption', 'cancellation'])
      BroadcastAnswer.parse((await pipeline.post(pipeline.bo, `/broadcasts/${id}/${control}`)).json());

    const { history } = BroadcastAnswer.parse(await answer(`/broadcasts/${id}`));
    expect(history.map(({ act, by }) => [act, by?.name])).toEqual([
      ['create', 'Anna'],
      ['submission', 'Anna'],
      ['approval', 'Bo'],
      ['pause', 'Bo'],
      ['resumption', 'Bo'],
      ['cancellation', 'Bo'],
    ]);
    expect(z.array(BroadcastSummaryAnswer).parse(await answer('/broadcasts'))).toHaveLength(1);
    expect(ReportAnswer.parse(await answer(`/broadcasts/${id}/report`))).toMatchObject({
      planned: 2,
      cancelled: 2,
    });
  });

  it.each([
    ['the settings', '/settings', SettingsAnswer],
    ['the senders', '/senders', z.array(SenderAnswer).min(3)],
    ['who is signed in', '/session', MemberAnswer],
  ] as const)('the answer of %s matches', async (_what, path, schema) => {
    expect(schema.safeParse(await answer(path)).error).toBeUndefined();
  });

  it('every operation describes its answer', async () => {
    const { paths } = (await pipeline.app.inject({ url: '/api/openapi.json' })).json<{
      paths: Record<string, Record<string, { responses: Record<string, { content?: object }> }>>;
    }>();
    const silent = Object.entries(paths).flatMap(([path, operations]) =>
      Object.entries(operations)
        // Every operation has the same `default`: a problem document.
        .map(
          ([
            method,
            {
              responses: { default: _, ...own },
            },
          ]) => [method, own] as const,
        )
        .filter(([, own]) => !own['204'] && !Object.values(own).some((r) => r.content))
        .map(([method]) => `${method.toUpperCase()} ${path}`),
    );
    // An event stream has no complete answer to describe.
    expect(silent).toEqual(['GET /api/v1/broadcasts/{id}/events']);
  });

  it('every text in a request has a limit', async () => {
    const { paths } = (await pipeline.app.inject({ url: '/api/openapi.json' })).json<{
      paths: Record<string, Record<string, { requestBody?: object }>>;
    }>();
    const unlimited = Object.entries(paths).flatMap(([path, operations]) =>
      Object.entries(operations).flatMap(([method, { requestBody }]) =>
        unlimitedTexts(requestBody, '').map((at) => `${method.toUpperCase()} ${path} ${at}`),
      ),
    );
    expect(unlimited).toEqual([]);
  });

  it('every query parameter is described, from the schema that parses it', async () => {
    const { paths } = (await pipeline.app.inject({ url: '/api/openapi.json' })).json<{
      paths: Record<string, { get?: { parameters?: { name: string; in: string; required: boolean }[] } }>;
    }>();
    const queries = Object.entries(paths).flatMap(([path, { get }]) => {
      const asked = (get?.parameters ?? []).filter((parameter) => parameter.in === 'query');
      const names = asked.map(({ name, required }) => (required ? name : `${name}?`));
      return names.length > 0 ? [`${path.slice('/api/v1'.length)} ${names.join(' ')}`] : [];
    });
    expect(queries.sort()).toEqual([
      '/addresses q limit?',
      '/broadcasts limit? before? state?',
      '/broadcasts/{id}/letterbox-notes.pdf languages?',
      '/broadcasts/{id}/report separator?',
      '/broadcasts/{id}/report/doubts separator?',
      '/broadcasts/{id}/unreached limit? offset?',
      '/broadcasts/{id}/unreached.csv separator?',
      '/directory/quarantine reason? limit? after?',
      '/inbound-texts limit? before?',
      '/incidents limit? before? q? state? lane? department? from? to?',
      '/places kind? q? limit?',
      '/places/{id} at?',
      '/templates state?',
      '/webhooks/{id}/deliveries before?',
    ]);
  });
});

/** Where a JSON schema allows a text of any length. */
function unlimitedTexts(schema: unknown, at: string): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const limits = ['maxLength', 'pattern', 'format', 'enum', 'const'];
  if ('type' in schema && schema.type === 'string') return limits.some((name) => name in schema) ? [] : [at];
  return Object.entries(schema).flatMap(([name, inner]) => unlimitedTexts(inner, `${at}/${name}`));
}
