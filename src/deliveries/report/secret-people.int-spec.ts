import { fictionLandline, fictionMobile } from '../../../test/support/fiction-phones.js';
import { draft, Pipeline } from '../../../test/support/pipeline.js';
import type { SceneAddress } from '../../../test/support/scene.js';

type Traits = Parameters<SceneAddress['phone']>[1];
/** A number from the ranges for fiction, and its traits. `secret`: protected or objecting, in some way. */
interface Person {
  readonly phone: string;
  readonly traits: Traits;
  readonly secret?: true;
}

const [mobile, landline] = [fictionMobile, fictionLandline];
const open = (phone: string, traits: Traits = {}): Person => ({ phone, traits });
const secret = (phone: string, traits: Traits): Person => ({ phone, traits, secret: true });
const call = (traits: Traits = {}): Traits => ({ kind: 'landline', ...traits });

/** The people of each house: every way in which a secret person could change a number. */
const houses: readonly (readonly Person[])[] = [
  [secret(mobile(1), { protected: true, language: 'fi' })],
  [secret(mobile(2), { objects: true })],
  [open(mobile(3)), secret(mobile(4), { protected: true, language: 'ar' })],
  // The mobile of the household is secret. Its landline is called anyway.
  [open(landline(1), call({ household: 'a' })), secret(mobile(5), { protected: true, household: 'a' })],
  [open(landline(2), call({ household: 'a' })), secret(mobile(6), { objects: true, household: 'a' })],
  [open(mobile(7), { household: 'a' }), secret(landline(3), call({ household: 'a', protected: true }))],
  // Protected in another register, at another house.
  [secret(mobile(8), {}), open(mobile(9), { quarantined: '30005' })],
  [secret(mobile(8), { protected: true, source: 'another' })],
  [secret(mobile(10), { protected: true, quarantined: '30005' }), open(mobile(11), { role: 'owner' })],
  [
    secret(mobile(12), { protected: true, role: 'owner', language: 'ar' }),
    open(landline(4), call({ role: 'business' })),
  ],
  [],
];
/** The number of houses that the first alert goes to. The others are for its extension. */
const warned = 6;

describe('who is protected or has objected', () => {
  let pipeline: Pipeline;
  let places: string[];
  let points: [number, number][];
  let whole: string;

  beforeAll(async () => {
    pipeline = await Pipeline.start();
    const { scene, db } = pipeline;
    whole = await scene.municipality('Kommunen', { x: 0, y: 0, side: 2000 });
    places = [];
    for (const [at, people] of houses.entries()) {
      const corner = { x: 100 * (at + 1), y: 100 };
      places.push(await scene.property(`Storgatan ${at}`, { ...corner, side: 50 }));
      const house = await scene.address(`Storgatan ${at}`, { x: corner.x + 10, y: corner.y + 10 });
      for (const { phone, traits } of people) await house.phone(phone, traits);
    }
    await scene.settle();
    const rows = await db.query<{ at: [number, number] }[]>(
      `SELECT ARRAY[ST_X(p), ST_Y(p)] AS at FROM (
         SELECT ST_Transform(point, 4326) AS p FROM address ORDER BY number::int) a`,
    );
    points = rows.map(({ at }) => at);
  });
  afterAll(() => pipeline.stop());

  /** Audiences that an attacker would compare: each house, all but one house, a metre around a door, one role. */
  const audiences = (): object[] => [
    { places: [whole] },
    ...places.map((place) => ({ places: [place] })),
    ...places.map((place) => ({ places: [whole], minus: { places: [place] } })),
    ...points.map((coordinates) => ({ near: [{ geometry: { type: 'Point', coordinates }, metres: 1 }] })),
    ...(['resident', 'owner', 'business'] as const).map((role) => ({ places: [whole], roles: [role] })),
  ];

  async function asked(path: string, body: object): Promise<unknown> {
    const answer = await pipeline.post(pipeline.anna, path, body);
    if (answer.statusCode >= 300) throw new Error(answer.body);
    return answer.json();
  }

  async function written(path: string, headers: Record<string, string> = {}): Promise<string> {
    const answer = await pipeline.get(path, headers);
    if (answer.statusCode >= 300) throw new Error(answer.body);
    return answer.body;
  }

  /** All numbers that the API gives about people in these houses. */
  async function everythingTold(): Promise<unknown[]> {
    await pipeline.db.query('DELETE FROM code_allowance');
    const told: unknown[] = [];
    // A longer text shows in the parts and the cost who has its language.
    const texts = [
      ...draft({}).texts,
      ...['ar', 'fi'].map((language) => ({ language, sms: 'Vattnet. '.repeat(60) })),
    ];
    for (const audience of audiences())
      for (const channels of ['mobile-first', 'both'])
        told.push([audience, channels, await asked('/audiences/preview', { audience, channels, texts })]);
    const alert = await pipeline.send({ places: places.slice(0, warned) });
    for (const place of places)
      told.push(await asked(`/broadcasts/${alert}/extension-preview`, { audience: { places: [place] } }));
    const follow = (relation: string, more: object = {}) =>
      asked('/broadcasts', {
        ...draft({}),
        audience: undefined,
        follows: { broadcast: alert, relation },
        ...more,
      });
    const extension = (await follow('extension', {
      audience: { places },
      texts: undefined,
    })) as Record<string, unknown>;
    const update = (await follow('update')) as Record<string, unknown>;
    for (const { preview, estimate } of [extension, update]) told.push([preview, estimate]);
    for (const id of [alert, extension['id'] as string, update['id'] as string]) {
      told.push(await written(`/broadcasts/${id}/unreached`));
      told.push(await written(`/broadcasts/${id}/unreached?limit=0`));
      told.push(await written(`/broadcasts/${id}/unreached.geojson`));
    }
    told.push(await written(`/broadcasts/${alert}/report`));
    told.push(await written(`/broadcasts/${alert}/report`, { accept: 'text/csv' }));
    told.push(
      (JSON.parse(await written(`/incidents/${alert}/map`)) as object[]).map((part) => ({
        ...part,
        broadcast: '',
      })),
    );
    const { planned, percent, report, submittedCount } = JSON.parse(
      await written(`/broadcasts/${alert}`),
    ) as Record<string, unknown>;
    told.push([planned, percent, report, submittedCount]);
    return told;
  }

  it('no number in the API changes when secret people are deleted from the database', async () => {
    const withThem = await everythingTold();
    const secrets = houses.flat().filter((person) => person.secret);
    for (const table of ['phone_address WHERE phone', 'phone WHERE e164'])
      await pipeline.db.query(`DELETE FROM ${table} = ANY($1)`, [secrets.map(({ phone }) => phone)]);
    const withoutThem = await everythingTold();
    for (const [at, told] of withThem.entries()) expect(told).toEqual(withoutThem[at]);
    expect(withThem).toHaveLength(withoutThem.length);
    expect(withThem[0]).toMatchObject([{}, 'mobile-first', { phones: { mobile: 3, landline: 3 } }]);
  });
});
