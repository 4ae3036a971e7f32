import { eventually } from '../../../test/support/eventually.js';
import { draft, Pipeline } from '../../../test/support/pipeline.js';
import { BroadcastLedger } from '../broadcast-ledger.js';

const mobile = (n: number) => `+467017406${n}`;

describe('open alerts for a place', () => {
  let pipeline: Pipeline;
  let alavik: string;
  let house: string;
  let elsewhere: string;
  beforeAll(async () => {
    pipeline = await Pipeline.start();
    const { scene } = pipeline;
    alavik = await scene.area('Alavik', { x: 0, y: 0, side: 100 });
    house = await scene.property('Alavik 1:1', { x: 0, y: 0, side: 20 });
    elsewhere = await scene.area('Bergnäset', { x: 500, y: 0, side: 100 });
    await (await scene.address('Strandvägen 1', { x: 10, y: 10, property: house })).phone(mobile(32));
    await (await scene.address('Bergvägen 1', { x: 510, y: 10 })).phone(mobile(33));
    await scene.settle();
  });
  afterAll(() => pipeline.stop());

  const openFor = async (audience: object, except?: string): Promise<string[]> => {
    const answer = await pipeline.post(pipeline.anna, '/broadcasts/open-alerts', { audience, except });
    expect(answer.statusCode).toBe(200);
    return answer.json<{ id: string }[]>().map(({ id }) => id);
  };

  const allClear = async (broadcast: string) => {
    const { audience: _, ...rest } = draft({});
    const follows = { broadcast, relation: 'all-clear' };
    return (await pipeline.post(pipeline.anna, '/broadcasts', { ...rest, follows })).json();
  };

  it('share an address, from the submission until an all-clear is approved', async () => {
    const id = await pipeline.send({ places: [alavik] }, {}, false);
    expect(await openFor({ places: [house] })).toEqual([id]);
    await pipeline.approve(pipeline.bo, id);
    const drawn = await pipeline.scene.drawn({ x: 5, y: 5, side: 10 });
    expect(await openFor({ polygon: drawn })).toEqual([id]);
    expect(await openFor({ places: [elsewhere] })).toEqual([]);
    expect(await openFor({ places: [alavik], minus: { places: [house] } })).toEqual([]);
    expect(await openFor({ places: [alavik] }, id)).toEqual([]);

    const sums = jest.spyOn(pipeline.app.get(BroadcastLedger, { strict: false }), 'report');
    await pipeline.get(`/broadcasts/${id}`);
    // Its own sums are in the answer already.
    expect(sums).not.toHaveBeenCalled();
    sums.mockRestore();

    const clear = await allClear(id);
    // Nothing is sent yet: the author of the all-clear must see that its alert has not been sent.
    expect(clear.stillGoingOut).toEqual([{ id, audienceName: 'Alavik', pending: 1, sameText: false }]);
    expect(await openFor({ places: [house] })).toEqual([id]);

    pipeline.startWorker();
    await eventually(async () => (await pipeline.state(id)) === 'completed');
    await pipeline.post(pipeline.anna, `/broadcasts/${clear.id}/submission`);
    await pipeline.approve(pipeline.bo, clear.id);
    expect(await openFor({ places: [house] })).toEqual([]);
    const { stillGoingOut } = (await pipeline.get(`/broadcasts/${id}`)).json();
    expect(stillGoingOut).toEqual([]);
  });

  it('include alerts that were stopped halfway, but no drafts and no topics', async () => {
    await pipeline.post(pipeline.anna, '/broadcasts', draft({ places: [elsewhere] }));
    expect(await openFor({ places: [elsewhere] })).toEqual([]);
    const id = await pipeline.send({ places: [elsewhere] });
    await pipeline.post(pipeline.anna, `/broadcasts/${id}/cancellation`);
    expect(await openFor({ places: [elsewhere] })).toEqual([id]);
    expect(await openFor({ topic: await pipeline.scene.topic('Biblioteket') })).toEqual([]);
  });

  it('are all found, even with many newer ones elsewhere', async () => {
    const wanted = await pipeline.send({ places: [alavik] }, {}, false);
    const busy = await pipeline.send({ places: [elsewhere] }, {}, false);
    await pipeline.db.query(
      `INSERT INTO broadcast SELECT (b).* FROM (
         SELECT jsonb_populate_record(b, jsonb_build_object('id', overlay(b.id::text PLACING lpad(n::text, 12, '0') FROM 25), 'page_code', NULL)) AS b
         FROM broadcast b, generate_series(1, 40) n WHERE b.id = $1) copies`,
      [busy],
    );
    expect(await openFor({ places: [alavik] })).toEqual([wanted]);
    expect((await openFor({ places: [elsewhere] })).length).toBeGreaterThanOrEqual(41);
    await pipeline.db.query(
      `UPDATE broadcast SET state = 'rejected', planned = NULL, version = version + 1
       WHERE id = $1 OR audience = (SELECT audience FROM broadcast WHERE id = $2) AND id <> $2`,
      [wanted, busy],
    );
  });

  it('are found for a drawn area with many corners', async () => {
    const { coordinates } = await pipeline.scene.drawn({ x: 505, y: 5, side: 80 });
    const [ring] = coordinates as [[number, number][]];
    const many = ring.slice(1).flatMap(([x, y], at) => {
      const [fromX, fromY] = ring[at]!;
      return Array.from({ length: 300 }, (_, i) => [
        fromX + ((x - fromX) * (i + 1)) / 300,
        fromY + ((y - fromY) * (i + 1)) / 300,
      ]);
    });
    const polygon = { type: 'Polygon', coordinates: [[ring[0], ...many.slice(0, -1), ring[0]]] };
    expect(JSON.stringify(polygon).length).toBeGreaterThan(20_000);
    expect(await openFor({ polygon })).toHaveLength(1);
  });

  it('an unknown place is refused', async () => {
    const unknown = '0190b0f0-0000-7000-8000-000000000000';
    const answer = await pipeline.post(pipeline.anna, '/broadcasts/open-alerts', {
      audience: { places: [unknown] },
    });
    expect(answer.json()).toMatchObject({ code: 'audience.unknown-place' });
  });
});
