import type { Audience, Broadcast, BroadcastState } from '../../api/answers.js';
import { knownPlace } from './known-place.js';

interface Part {
  readonly audience: Audience;
  readonly planned?: number | undefined;
  readonly state?: BroadcastState;
}

describe('the place of a follow-up', () => {
  const answers = new Map<string, object>();
  const places = { p1: 'Örnäset', p2: 'Bergnäset', p3: 'Kronan', p4: 'Porsön' };

  beforeAll(() => {
    Object.assign(globalThis, { document: { documentElement: { lang: 'sv' } } });
    jest.spyOn(globalThis, 'fetch').mockImplementation((url) => {
      const answer = answers.get(url as string);
      const gone = { code: 'place.unknown', title: 'Platsen finns inte.' };
      return Promise.resolve(answer ? Response.json(answer) : Response.json(gone, { status: 404 }));
    });
    for (const [id, name] of Object.entries(places))
      answers.set(`/api/v1/places/${id}`, { id, name, kind: 'area' });
  });
  afterAll(() => {
    jest.restoreAllMocks();
    Reflect.deleteProperty(globalThis, 'document');
  });

  /** An alert and its extensions, as the API returns them. */
  function alert(...parts: readonly Part[]): Broadcast[] {
    const followedBy = parts
      .slice(1)
      .map(({ state = 'sending' }, n) => ({ id: `b${n + 1}`, relation: 'extension', state }));
    const family = parts.map((part, n) => ({
      id: `b${n}`,
      ...part,
      followedBy: n === 0 ? followedBy : [],
      ...(n === 0 ? {} : { follows: { id: 'b0', relation: 'extension', root: 'b0' } }),
    }));
    for (const each of family) answers.set(`/api/v1/broadcasts/${each.id}`, each);
    return family as unknown as Broadcast[];
  }
  const at = (...ids: string[]): Part => ({ audience: { places: ids }, planned: 4 });
  const line = { type: 'LineString' as const, coordinates: [] };

  const named = async (original: Broadcast, languages: readonly string[] = ['sv']) =>
    (await knownPlace(original, languages)).names;

  it("the place is the alert's, in each language", async () => {
    expect(await knownPlace(alert(at('p1'))[0]!, ['sv', 'en'])).toEqual({
      names: { sv: 'Örnäset', en: 'Örnäset' },
      unextended: true,
    });
  });

  it('the place is the address by which a property was chosen', async () => {
    const [original] = alert({
      audience: { places: ['p1'], chosenBy: { p1: 'Storgatan 12 A' } },
      planned: 4,
    });
    expect(await named(original!)).toEqual({ sv: 'Storgatan 12 A' });
  });

  it('the place includes those of its extensions, in each language, whichever of them it follows', async () => {
    for (const part of alert(at('p1'), at('p1', 'p2')))
      expect(await knownPlace(part, ['sv', 'en'])).toEqual({
        names: { sv: 'Örnäset och Bergnäset', en: 'Örnäset and Bergnäset' },
        unextended: false,
      });
  });

  it('the place excludes that of an extension that was never sent', async () => {
    const [original] = alert(at('p1'), { audience: { places: ['p2'] }, state: 'rejected' });
    expect(await named(original!)).toEqual({ sv: 'Örnäset' });
  });

  it.each<[string, Part[]]>([
    ['what was drawn', [{ ...at(), audience: { polygon: { type: 'Polygon', coordinates: [] } } }]],
    [
      'what is near a pipe',
      [{ ...at(), audience: { places: ['p1'], near: [{ geometry: line, metres: 9 }] } }],
    ],
    ['what another part leaves out', [{ ...at(), audience: { places: ['p1'], minus: { places: ['p2'] } } }]],
    ['more places than one says', [at('p1', 'p2', 'p3', 'p4')]],
    ['a place that is gone', [at('p1', 'p9')]],
  ])('the place is left to the writer for %s', async (_what, parts) => {
    expect(await named(alert(...parts)[0]!)).toEqual({});
  });

  it.each<[BroadcastState, Partial<Part>]>([
    ['draft', { planned: undefined }],
    ['pending-approval', { planned: undefined }],
    ['returned', { planned: undefined }],
    ['approved', {}],
  ])('the place is left to the writer while an extension may still be sent: %s', async (state, more) => {
    const [original] = alert(at('p1'), { ...at('p2'), ...more, state });
    expect(await named(original!)).toEqual({});
  });

  it('the place is left to the writer when the alert can’t be loaded', async () => {
    const follows = { id: 'b7', relation: 'extension', root: 'b7' } as const;
    expect(await named({ ...alert(at('p1'))[0]!, follows })).toEqual({});
  });
});
