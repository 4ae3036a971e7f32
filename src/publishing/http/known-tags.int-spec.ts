import { eventually } from '../../../test/support/eventually.js';
import { Pipeline } from '../../../test/support/pipeline.js';
import { Stopping } from '../../platform/processes/stopping.js';

describe('an answer to a reader that has it already', () => {
  let pipeline: Pipeline;
  beforeAll(async () => {
    pipeline = await Pipeline.start();
  });
  afterAll(() => pipeline.stop());

  const ask = (path: string, tag?: string) =>
    fetch(`${pipeline.url}${path}`, tag === undefined ? {} : { headers: { 'if-none-match': tag } });
  const headersOf = (answer: Response): Record<string, string> =>
    Object.fromEntries(
      [...answer.headers].filter(([name]) => !['date', 'x-request-id', 'age'].includes(name)),
    );

  it.each(['/feeds/alerts.geojson', '/feeds/alerts.json', '/aktuellt', '/feeds/cap.atom'])(
    'of %s has the headers of the usual way, and is 200 as soon as something has changed',
    async (path) => {
      const { headers } = await ask(path);
      const tag = headers.get('etag')!;
      const [usual, short] = [await ask(path, `"other", ${tag}`), await ask(path, tag)];
      expect([usual.status, short.status]).toEqual([304, 304]);
      expect(headersOf(short)).toEqual(headersOf(usual));

      const { places } = await pipeline.house({ mobiles: 1 });
      await pipeline.send({ places }, { isPublic: true });
      const changed = await eventually(async () => {
        const answer = await ask(path, tag);
        return answer.status === 200 && answer;
      });
      expect(changed.headers.get('etag')).not.toBe(tag);
    },
  );

  it('closes the connection once the process is told to stop', async () => {
    const tag = (await ask('/feeds/alerts.geojson')).headers.get('etag')!;
    pipeline.app.get(Stopping).begin();
    const answer = await ask('/feeds/alerts.geojson', tag);
    expect([answer.status, answer.headers.get('connection')]).toEqual([304, 'close']);
  });
});
