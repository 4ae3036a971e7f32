import { placesOf } from './places-of.js';

describe('the places a broadcast names', () => {
  const audience = { places: ['p1', 'p2'], minus: { places: ['m1'] } };
  const answers = new Map<string, () => Response>();

  beforeAll(() => {
    Object.assign(globalThis, { document: { documentElement: { lang: 'sv' } } });
    jest.spyOn(globalThis, 'fetch').mockImplementation((url) => {
      const answer = answers.get((url as string).split('/').at(-1)!)!;
      return Promise.resolve(answer());
    });
  });
  beforeEach(() => {
    for (const id of ['p1', 'p2', 'm1']) answers.set(id, () => Response.json({ id, name: id }));
  });
  afterAll(() => {
    jest.restoreAllMocks();
    Reflect.deleteProperty(globalThis, 'document');
  });

  it('are those it is for and those it leaves out', async () => {
    expect((await placesOf({ audience })).map(({ id }) => id)).toEqual(['p1', 'p2', 'm1']);
  });

  it('are those that are left when one is gone', async () => {
    const gone = { code: 'place.unknown', title: 'Platsen finns inte.' };
    answers.set('p2', () => Response.json(gone, { status: 404 }));
    expect((await placesOf({ audience })).map(({ id }) => id)).toEqual(['p1', 'm1']);
  });

  it.each([
    ['the network is not there', () => Response.error()],
    ['too much was asked at once', () => Response.json({ code: 'busy', title: 'Vänta.' }, { status: 429 })],
  ])('are not made fewer because %s', async (_why, answer) => {
    answers.set('m1', answer);
    await expect(placesOf({ audience })).rejects.toThrow();
  });

  it('are none of who was told before', async () => {
    expect(await placesOf({ audience: { recipientsOf: 'b0' } })).toEqual([]);
  });
});
