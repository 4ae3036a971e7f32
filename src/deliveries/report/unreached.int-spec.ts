import { parse } from 'csv-parse/sync';
import { fictionLandline, fictionMobile } from '../../../test/support/fiction-phones.js';
import { draft, Pipeline } from '../../../test/support/pipeline.js';
import { deliveryStatuses } from '../delivery.js';
import { countsAsTold } from '../ledger/counts-as-told.js';
import { UnreachedAnswer, UnreachedPointsAnswer } from './unreached-answers.js';

describe("addresses that can't be reached by phone", () => {
  let pipeline: Pipeline;
  let area: string;
  beforeAll(async () => {
    pipeline = await Pipeline.start();
  });
  afterAll(() => pipeline.stop());

  /** Each test fills a street of its own, with `house`. */
  beforeEach(async () => {
    for (const table of ['phone_address', 'phone', 'address_place', 'address', 'place'])
      await pipeline.db.query(`DELETE FROM ${table}`);
    area = await pipeline.scene.area('Örnäset', { x: 0, y: 0, side: 100 });
  });
  const house = (number: string, x = 10) => pipeline.scene.address(`Storgatan ${number}`, { x, y: 10 });
  const list = async (id: string, query = '') =>
    UnreachedAnswer.parse((await pipeline.get(`/broadcasts/${id}/unreached${query}`)).json());
  const numbers = async (id: string): Promise<string[]> =>
    (await list(id)).addresses.map(({ number }) => number);
  const write = async (audience: object = { places: [area] }): Promise<string> => {
    const created = await pipeline.post(pipeline.anna, '/broadcasts', draft(audience));
    expect(created.statusCode).toBe(201);
    return created.json<{ id: string }>().id;
  };
  const approve = async (id: string): Promise<string> => {
    const { anna, bo } = pipeline;
    expect((await pipeline.post(anna, `/broadcasts/${id}/submission`)).statusCode).toBe(200);
    expect((await pipeline.approve(bo, id)).statusCode).toBe(200);
    return id;
  };
  const become = (id: string, phone: string, status: string) =>
    pipeline.db.query('UPDATE delivery SET status = $3 WHERE broadcast_id = $1 AND phone = $2', [
      id,
      phone,
      status,
    ]);

  it('lists them before approval: as many as the preview counts, without reasons', async () => {
    await (await house('1')).phone(fictionMobile(1));
    await house('3');
    await (await house('5')).phone(fictionMobile(2), { protected: true });
    await (await house('7')).phone(fictionMobile(3), { objects: true });
    await (await house('2')).phone(fictionMobile(4), { quarantined: '30005' });
    await house('9', 500);
    await pipeline.scene.settle();
    const id = await write();
    const { basis, total, addresses } = await list(id);
    expect([basis, total]).toEqual(['preview', 4]);
    expect(addresses.map(({ number }) => number)).toEqual(['3', '5', '7', '2']);
    const { preview } = (await pipeline.get(`/broadcasts/${id}`)).json<{
      preview: { unreachableAddresses: number };
    }>();
    expect(preview.unreachableAddresses).toBe(total);
    for (const address of addresses) expect(Object.keys(address)).toEqual(Object.keys(addresses[0]!));
  });

  it('lists the same after approval, also for a drawn area', async () => {
    await (await house('1')).phone(fictionMobile(1));
    await house('3');
    await (await house('5')).phone(fictionMobile(2), { protected: true });
    const drawn = await pipeline.scene.drawn({ x: -5, y: -5, side: 110 });
    await pipeline.scene.municipality('Luleå', { x: -1000, y: -1000, side: 3000 });
    await pipeline.scene.settle();
    for (const audience of [{ places: [area] }, { polygon: drawn }]) {
      const id = await write(audience);
      expect(await numbers(id)).toEqual(['3', '5']);
      await approve(id);
      expect((await list(id)).basis).toBe('ledger');
      expect(await numbers(id)).toEqual(['3', '5']);
    }
  });

  it.each(deliveryStatuses)('follows the ledger for a delivery that is %s', async (status) => {
    await (await house('1')).phone(fictionMobile(1));
    await pipeline.scene.settle();
    const id = await approve(await write());
    await become(id, fictionMobile(1), status);
    expect(await numbers(id)).toEqual(countsAsTold[status] ? [] : ['1']);
  });

  it('a household with a reached mobile is left out, until the text to the mobile fails', async () => {
    const home = await house('1');
    await home.phone(fictionMobile(1), { household: 'a' });
    await home.phone(fictionLandline(1), { kind: 'landline', household: 'a' });
    await pipeline.scene.settle();
    const id = await write();
    expect(await numbers(id)).toEqual([]);
    await approve(id);
    expect(await numbers(id)).toEqual([]);
    await become(id, fictionMobile(1), 'undelivered');
    expect(await numbers(id)).toEqual(['1']);
  });

  it('a phone counts as reached on any channel, and at each of its addresses', async () => {
    await (await house('1')).phone(fictionLandline(1), { kind: 'landline' });
    await (await house('3')).phone(fictionLandline(1), { kind: 'landline' });
    await pipeline.scene.settle();
    const id = await approve(await write());
    await become(id, fictionLandline(1), 'rejected');
    expect(await numbers(id)).toEqual(['1', '3']);
    await pipeline.db.query(
      `INSERT INTO delivery (broadcast_id, n, phone, channel, language, segments, generated, status)
       SELECT broadcast_id, 99, phone, 'sms', language, segments, generated, 'delivered' FROM delivery
       WHERE broadcast_id = $1`,
      [id],
    );
    expect(await numbers(id)).toEqual([]);
  });

  it('lists everyone after a cancellation in time, and refuses once the ledger is disposed of', async () => {
    await (await house('1')).phone(fictionMobile(1));
    await pipeline.scene.settle();
    const id = await approve(await write());
    await pipeline.post(pipeline.bo, `/broadcasts/${id}/cancellation`);
    expect(await numbers(id)).toEqual(['1']);
    await pipeline.db.query(`INSERT INTO disposed_broadcast (broadcast_id, counts) VALUES ($1, '[]')`, [id]);
    const refused = await pipeline.get(`/broadcasts/${id}/unreached`);
    expect([refused.statusCode, refused.json<{ code: string }>().code]).toEqual([
      409,
      'unreached.disposed-of',
    ]);
  });

  const follow = async (broadcast: string, relation: string, audience?: object): Promise<string> => {
    const created = await pipeline.post(pipeline.anna, '/broadcasts', {
      ...draft(audience ?? {}),
      audience,
      ...(relation === 'extension' ? { texts: undefined, lane: undefined } : {}),
      follows: { broadcast, relation },
    });
    expect(created.statusCode).toBe(201);
    return created.json<{ id: string }>().id;
  };

  it('an extension leaves out those who had the original or another extension', async () => {
    await (await house('1')).phone(fictionMobile(1));
    await house('3');
    await (await house('5', 200)).phone(fictionMobile(2));
    await (await house('7', 400)).phone(fictionMobile(3));
    const larger = await pipeline.scene.area('Bergnäset', { x: 0, y: 0, side: 300 });
    const largest = await pipeline.scene.area('Luleå', { x: 0, y: 0, side: 500 });
    await pipeline.scene.settle();
    const root = await approve(await write());
    const first = await follow(root, 'extension', { places: [larger] });
    expect(await numbers(first)).toEqual(['3']);
    await approve(first);
    expect(await numbers(first)).toEqual(['3']);
    const second = await approve(await follow(first, 'extension', { places: [largest] }));
    expect(await numbers(second)).toEqual(['3']);
    await become(root, fictionMobile(1), 'undelivered');
    expect(await numbers(second)).toEqual(['1', '3']);
    expect(await numbers(first)).toEqual(['1', '3']);
  });

  it('an update or all-clear lists addresses that may have had a note and are not told by phone', async () => {
    await (await house('1')).phone(fictionMobile(1));
    await house('3');
    await house('5', 200);
    await house('7', 900);
    const larger = await pipeline.scene.area('Bergnäset', { x: 150, y: 0, side: 100 });
    const calledOff = await pipeline.scene.area('Luleå', { x: 850, y: 0, side: 100 });
    await (await house('9', 860)).phone(fictionMobile(2));
    await (await house('11', 200)).phone(fictionMobile(3));
    await pipeline.scene.settle();
    const root = await approve(await write());
    const extension = await approve(await follow(root, 'extension', { places: [larger] }));
    const undone = await approve(await follow(root, 'extension', { places: [calledOff] }));
    await pipeline.post(pipeline.bo, `/broadcasts/${undone}/cancellation`);
    // The broadcasts have been sent. An all-clear would end unsent ones, and then nobody was warned.
    await pipeline.db.query('UPDATE broadcast SET started_at = decided_at WHERE id = ANY($1)', [
      [root, extension],
    ]);
    await become(root, fictionMobile(1), 'delivered');
    await become(extension, fictionMobile(3), 'delivered');
    for (const relation of ['update', 'all-clear']) {
      const id = await follow(root, relation);
      expect(await numbers(id)).toEqual(['3', '5']);
      await approve(id);
      expect((await list(id)).basis).toBe('ledger');
      expect(await numbers(id)).toEqual(['3', '5']);
      await become(id, fictionMobile(1), 'failed');
      expect(await numbers(id)).toEqual(['1', '3', '5']);
    }
  });

  it('a topic has no unreached addresses', async () => {
    await house('1');
    const topic = await pipeline.scene.topic('Bad');
    await pipeline.scene.subscribe(topic, fictionMobile(9));
    const id = await write({ topic });
    expect(await list(id)).toEqual({ basis: 'preview', total: 0, addresses: [] });
  });

  it('gives pages and map points in walking order', async () => {
    for (const number of ['2', '1', '4', '3A', '3']) await house(number);
    await pipeline.scene.settle();
    const id = await write();
    const page = await list(id, '?limit=2&offset=2');
    expect([page.total, ...page.addresses.map(({ number }) => number)]).toEqual([5, '3A', '4']);
    const points = UnreachedPointsAnswer.parse(
      (await pipeline.get(`/broadcasts/${id}/unreached.geojson`)).json(),
    );
    expect(points.features.map(({ properties }) => properties.name)).toEqual([
      'Storgatan 1',
      'Storgatan 3',
      'Storgatan 3A',
      'Storgatan 4',
      'Storgatan 2',
    ]);
    const [longitude, latitude] = points.features[0]!.geometry.coordinates;
    expect(longitude).toBeCloseTo(22.1, 0);
    expect(latitude).toBeCloseTo(65.6, 0);
  });

  it('gives a table for Swedish spreadsheets, with formulas as text, and logs the export', async () => {
    const property = await pipeline.scene.property('Porsön 1:405', { x: 0, y: 0, side: 100 });
    const { id: address } = await pipeline.scene.address('Ängsvägen 3', { x: 10, y: 10, property });
    await pipeline.db.query(
      `UPDATE address SET postal_code = '97240', locality = '=HYPERLINK("x")' WHERE id = $1`,
      [address],
    );
    await pipeline.scene.settle();
    const id = await write();
    const file = await pipeline.get(`/broadcasts/${id}/unreached.csv?separator=semicolon`, {
      'accept-language': 'sv',
    });
    expect(file.headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="unreached-${id}.csv"`,
    });
    expect(file.body.startsWith('\uFEFF')).toBe(true);
    const [head, row]: string[][] = parse(file.body, { delimiter: ';', bom: true });
    expect(head).toEqual(['ordning', 'adress', 'postnummer', 'postort', 'fastighet', 'longitud', 'latitud']);
    expect(row!.slice(0, 5)).toEqual(['1', 'Ängsvägen 3', '97240', `'=HYPERLINK("x")`, 'Porsön 1:405']);
    expect(row![5]).toMatch(/^22,\d+$/);
    expect(
      await pipeline.db.query(
        `SELECT member_id, detail FROM audit_entry WHERE action = 'unreached.export' AND subject = $1`,
        [id],
      ),
    ).toEqual([{ member_id: pipeline.anna.id, detail: { kind: 'csv', addresses: 1 } }]);
  });

  it('each kind of list is in the audit log, and a mere count is not', async () => {
    await house('1');
    await house('3');
    await pipeline.scene.settle();
    const id = await write();
    expect(await list(id, '?limit=0')).toEqual({ basis: 'preview', total: 2, addresses: [] });
    await list(id, '?limit=1');
    await pipeline.get(`/broadcasts/${id}/unreached.geojson`);
    await pipeline.get(`/broadcasts/${id}/letterbox-notes.pdf`);
    const entries = await pipeline.db.query<{ detail: object }[]>(
      `SELECT detail FROM audit_entry WHERE action = 'unreached.export' AND subject = $1 ORDER BY id`,
      [id],
    );
    expect(entries.map(({ detail }) => detail)).toEqual([
      { kind: 'json', addresses: 1 },
      { kind: 'geojson', addresses: 2 },
      { kind: 'letterbox-notes', addresses: 2 },
    ]);
  });

  it('lists the address of a reached phone that objected or became protected afterwards', async () => {
    for (const n of [1, 2, 3]) await (await house(`${n}`)).phone(fictionMobile(n));
    await pipeline.scene.settle();
    const id = await approve(await write());
    expect(await numbers(id)).toEqual([]);
    await pipeline.db.query('UPDATE phone_address SET protected = true WHERE phone = $1', [fictionMobile(1)]);
    await pipeline.db.query('UPDATE phone SET objected_at = now() WHERE e164 = $1', [fictionMobile(2)]);
    expect(await numbers(id)).toEqual(['1', '2']);
    expect(await list(id, '?limit=0')).toMatchObject({ total: 2 });
  });
});
