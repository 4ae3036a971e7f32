import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DatabaseClock } from '../../../test/support/database-clock.js';
import { eventually } from '../../../test/support/eventually.js';
import { Pipeline } from '../../../test/support/pipeline.js';
import { childrenNamed, parseXml, textOf } from '../../../test/support/xml-tree.js';
import { Clock } from '../../kernel/clock.js';

const hour = 3_600_000;
const shownFor = 7 * 24 * hour;

describe('a feed when an incident is too old to be in it', () => {
  let pipeline: Pipeline;
  let clock: DatabaseClock;
  beforeAll(async () => {
    clock = await DatabaseClock.take();
    pipeline = await Pipeline.start();
  });
  afterAll(async () => {
    await pipeline.stop();
    await clock.giveBack();
  });

  const feeds = ['alerts.atom', 'cap.atom'];
  async function feedsOf(app: NestFastifyApplication): Promise<{ updated: string; entries: number }[]> {
    const found = [];
    for (const name of feeds) {
      const tree = parseXml((await app.inject({ url: `/feeds/${name}` })).body);
      found.push({ updated: textOf(tree, 'updated'), entries: childrenNamed(tree, 'entry').length });
    }
    return found;
  }
  const itIs = async (app: NestFastifyApplication, at: Date): Promise<void> => {
    await clock.set(at);
    app.get(Clock).now = () => at;
  };
  const both = (at: Date, entries: number) => feeds.map(() => ({ updated: at.toISOString(), entries }));

  it('says that it changed then, in every process, and never an earlier time', async () => {
    const { places } = await pipeline.house({ mobiles: 1 });
    const now = Math.floor(Date.now() / 1000) * 1000;
    const [first, second] = [new Date(now + 2 * hour), new Date(now + 5 * hour)];
    const send = (expiresAt: Date) =>
      pipeline.send({ places }, { isPublic: true, expiresAt: expiresAt.toISOString() });
    await send(second);
    await send(first);
    const later = (expiresAt: Date, ms: number) => new Date(expiresAt.getTime() + ms);

    const seen: string[] = [];
    for (const [at, updated, entries] of [
      [later(second, hour), second, 2],
      [later(first, shownFor), later(first, shownFor), 1],
      [later(second, shownFor - 1), later(first, shownFor), 1],
      [later(second, shownFor), later(second, shownFor), 0],
      [later(second, 99 * shownFor), later(second, shownFor), 0],
    ] as const) {
      await itIs(pipeline.app, at);
      await eventually(async () => {
        expect(await feedsOf(pipeline.app)).toEqual(both(updated, entries));
        return true;
      });
      // As after a restart.
      const other = await pipeline.startAnotherWeb({});
      await itIs(other, at);
      expect(await feedsOf(other)).toEqual(both(updated, entries));
      await other.close();
      seen.push(updated.toISOString());
    }
    expect(seen).toEqual(seen.toSorted());
  });
});
