import { lostPlaces, placesOf } from './places-of.js';

describe('the places of a broadcast', () => {
  const audience = { places: ['p1', 'p2'], minus: { places: ['m1'] } };
  const gone = { code: 'place.unknown', title: 'Platsen finns inte.' };
  const under = { now: 0, most: 0 };
  const answers = new Map<string, () => Response>();

  beforeAll(() => {
    Object.assign(globalThis, { document: { documentElement: { lang: 'sv' } } });
    jest.spyOn(globalThis, 'fetch').mockImplementation((url) => {
      const answer = answers.get((url as string).split('/').at(-1)!);
      under.now += 1;
      under.most = Math.max(under.most, under.now);
      return new Promise((resolve) =>
        setImmediate(() => {
          under.now -= 1;
          resolve(answer?.() ?? Response.json(gone, { status: 404 }));
        }),
      );
    });
  });
  beforeEach(() => {
    answers.clear();
    for (const id of ['p1', 'p2', 'm1']) answers.set(id, () => Response.json({ id, name: id }));
  });
  afterAll(() => {
    jest.restoreAllMocks();
    Reflect.deleteProperty(globalThis, 'document');
  });

  it('placesOf returns the places of the audience and those left out', async () => {
    expect((await placesOf({ audience })).map(({ id }) => id)).toEqual(['p1', 'p2', 'm1']);
  });

  it('placesOf omits a place that has left the register', async () => {
    answers.delete('p2');
    expect((await placesOf({ audience })).map(({ id }) => id)).toEqual(['p1', 'm1']);
  });

  it.each([
    ['the network is not there', () => Response.error()],
    ['too much was asked at once', () => Response.json({ code: 'busy', title: 'Vänta.' }, { status: 429 })],
  ])('placesOf fails rather than omits a place when %s', async (_why, answer) => {
    answers.set('m1', answer);
    await expect(placesOf({ audience })).rejects.toThrow();
  });

  it('placesOf retries each place once', async () => {
    const hiccup = jest.fn(() => Response.json({ id: 'p2' }));
    hiccup.mockReturnValueOnce(Response.error());
    answers.set('p2', hiccup);
    expect(await placesOf({ audience })).toHaveLength(3);
  });

  it('placesOf fetches few places at a time, and keeps their order', async () => {
    const places = Array.from({ length: 100 }, (_, n) => `p${n}`);
    for (const id of places) answers.set(id, () => Response.json({ id }));
    under.most = 0;
    expect((await placesOf({ audience: { places } })).map(({ id }) => id)).toEqual(places);
    expect(under.most).toBeLessThanOrEqual(8);
  });

  it('lostPlaces returns lost places with their former name, and whether they were left out', async () => {
    answers.delete('p1');
    answers.delete('m1');
    answers.set('m1?at=2026-11-01T10%3A00%3A00Z', () => Response.json({ id: 'm1', name: 'Kölen' }));
    const broadcast = { audience, createdAt: '2026-11-01T10:00:00Z' };
    expect(await lostPlaces(broadcast, await placesOf(broadcast))).toEqual([
      { id: 'p1', leftOut: false },
      { id: 'm1', leftOut: true, name: 'Kölen' },
    ]);
  });

  it('placesOf returns nothing for the recipients of another broadcast', async () => {
    expect(await placesOf({ audience: { recipientsOf: 'b0' } })).toEqual([]);
  });
});
