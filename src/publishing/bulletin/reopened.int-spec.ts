import { Pipeline } from '../../../test/support/pipeline.js';
import { eventually } from '../../../test/support/eventually.js';
import { happenedSql } from '../outbox/happened.sql.js';
import { Bulletin } from './bulletin.js';

interface JsonAlert {
  readonly incidents: string;
  readonly msgType: string;
  readonly references: string | null;
}

// Also on the embedded database (capability): the public pages read it.
describe('a correction of an all-clear', () => {
  let pipeline: Pipeline;
  let audience: { places: string[] };
  beforeAll(async () => {
    pipeline = await Pipeline.start();
    audience = { places: (await pipeline.house({ mobiles: 2 })).places };
  });
  afterAll(() => pipeline.stop());

  const follow = (broadcast: string, relation: string, sms: string, more: object = {}) =>
    pipeline.send(
      {},
      { follows: { broadcast, relation }, audience: undefined, texts: [{ language: 'sv', sms }], ...more },
    );
  const feed = async (path: string) => (await pipeline.app.inject({ url: `/feeds/${path}` })).body;
  /** What each place that publishes or lists says of an incident: whether it goes on. */
  async function whereItGoesOn(id: string) {
    const geojson = JSON.parse(await feed('alerts.geojson')) as {
      features: { properties: { id: string; over: string | null } }[];
    };
    const vma = (JSON.parse(await feed('alerts.json')) as { alerts: JsonAlert[] }).alerts.filter(
      ({ incidents }) => incidents === id,
    );
    const entry = new RegExp(`urn:uuid:${id}[\\s\\S]*?</entry>`, 'u').exec(await feed('alerts.atom'))![0];
    const open = await pipeline.post(pipeline.anna, '/broadcasts/open-alerts', { audience });
    const incident = (await pipeline.get(`/incidents/${id}`)).json<{ calledOff: boolean }>();
    const broadcast = (await pipeline.get(`/broadcasts/${id}`)).json<{ calledOff: boolean }>();
    return {
      page: (await pipeline.app.inject({ url: `/aktuellt/${id}` })).body.includes('state-on'),
      atom: !entry.includes('urn:budkavle:over'),
      geojson: geojson.features.find(({ properties }) => properties.id === id)!.properties.over === null,
      vma: vma[0]!.msgType !== 'Cancel',
      openAlerts: open.json<{ id: string }[]>().some((one) => one.id === id),
      incidents: !incident.calledOff,
      broadcast: !broadcast.calledOff,
    };
  }
  const everywhere = (goesOn: boolean) => ({
    ...{ page: goesOn, atom: goesOn, geojson: goesOn, vma: goesOn },
    ...{ openAlerts: goesOn, incidents: goesOn, broadcast: goesOn },
  });
  const published = (id: string, count: number) =>
    eventually(async () => {
      const incident = (await pipeline.app.get(Bulletin).read()).edition.incidents.find(
        (one) => one.id === id,
      );
      return incident?.messages.length === count && incident;
    });
  const complete = (id: string) =>
    pipeline.db.query(
      `WITH done AS (UPDATE broadcast SET state = 'completed', version = version + 1 WHERE id = $1 RETURNING *)
       INSERT INTO broadcast_event (broadcast_id, version, act, state) SELECT id, version, 'completion', state FROM done`,
      [id],
    );
  const hooksOf = async (id: string) => {
    const rows = await pipeline.db.query<{ type: string }[]>(
      `SELECT h.type FROM ${happenedSql(`now() - interval '1 day'`)} h JOIN broadcast b ON b.id = h.broadcast_id
       WHERE h.type IS NOT NULL AND h.type <> 'broadcast.completed' AND coalesce(b.root_id, b.id) = $1 ORDER BY h.at, h.event_id`,
      [id],
    );
    return rows.map(({ type }) => type);
  };

  describe.each([true, false])('that had gone out: %p', (goneOut) => {
    async function calledOff(): Promise<{ id: string; clear: string }> {
      const id = await pipeline.send(audience, { isPublic: true });
      await complete(id);
      const clear = await follow(id, 'all-clear', 'Vattnet är tillbaka.');
      if (goneOut) await complete(clear);
      await published(id, 2);
      expect(await whereItGoesOn(id)).toEqual(everywhere(false));
      return { id, clear };
    }

    it('opens the incident again everywhere if the danger goes on, until the next all-clear', async () => {
      const { id, clear } = await calledOff();
      const sms = 'Vattnet är inte tillbaka.';
      const before = await published(id, 2);
      const correction = await follow(clear, 'correction', sms, { goesOn: true });
      const after = await published(id, 3);
      expect(await whereItGoesOn(id)).toEqual(everywhere(true));
      expect(after.updatedAt > before.updatedAt).toBe(true);
      const page = (await pipeline.app.inject({ url: `/aktuellt/${id}` })).body;
      expect(page).toMatch(/Rättelse: det är inte över[\s\S]*Texten är rättad/u);
      expect(await hooksOf(id)).toEqual(['broadcast.approved', 'broadcast.over', 'broadcast.reopened']);

      await complete(correction);
      await follow(correction, 'all-clear', 'Nu är det över.');
      await published(id, 4);
      expect(await whereItGoesOn(id)).toEqual(everywhere(false));
      expect((await hooksOf(id)).at(-1)).toBe('broadcast.over');
    });

    it('leaves it over everywhere, with the right text, if only something else was wrong', async () => {
      const { id, clear } = await calledOff();
      await follow(clear, 'correction', 'Vattnet är tillbaka sedan kl. 12.', { goesOn: false });
      await published(id, 3);
      expect(await whereItGoesOn(id)).toEqual(everywhere(false));
      expect(await feed('alerts.atom')).toContain('Vattnet är tillbaka sedan kl. 12.');
      expect(await hooksOf(id)).toEqual(['broadcast.approved', 'broadcast.over', 'broadcast.corrected']);
    });
  });

  it('that staff cancel while it is sent is told to other systems too: it goes on', async () => {
    const id = await pipeline.send(audience, { isPublic: true });
    const clear = await follow(id, 'all-clear', 'Vattnet är tillbaka.');
    await pipeline.post(pipeline.anna, `/broadcasts/${clear}/cancellation`);
    await eventually(async () => (await published(id, 2)).over === undefined);
    expect(await whereItGoesOn(id)).toEqual(everywhere(true));
    expect(await hooksOf(id)).toEqual(['broadcast.approved', 'broadcast.over', 'broadcast.reopened']);
  });

  it('an incident that was called off is not over once more when its all-clear expires', async () => {
    const id = await pipeline.send(audience, { isPublic: true });
    const clear = await follow(id, 'all-clear', 'Vattnet är tillbaka.');
    await pipeline.db.query('UPDATE broadcast SET expires_at = now() WHERE id = ANY($1)', [[id, clear]]);
    expect(await hooksOf(id)).toEqual(['broadcast.approved', 'broadcast.over']);
  });
});
