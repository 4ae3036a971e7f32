import { render } from 'preact-render-to-string';
import { audienceFaults } from '../form/form-faults.js';
import { load, loadFollowed } from '../load-form.js';
import { LostParts } from './lost-parts.js';

const alert = {
  id: 'b1',
  createdAt: '2026-11-01T10:00:00Z',
  expiresAt: '2026-11-01T14:00:00Z',
  audience: { places: ['p1'], minus: { places: ['m1'] } },
  texts: [],
};

describe('a left-out place that has left the register', () => {
  beforeAll(() => {
    Object.assign(globalThis, { document: { documentElement: { lang: 'sv' } } });
    const answers: Record<string, object> = {
      '/api/v1/broadcasts/b1': alert,
      '/api/v1/settings': { municipality: { name: 'Luleå kommun' } },
      '/api/v1/places/p1': { id: 'p1', name: 'Örnäset' },
      '/api/v1/places/m1?at=2026-11-01T10%3A00%3A00Z': { id: 'm1', name: 'Kölen' },
    };
    jest.spyOn(globalThis, 'fetch').mockImplementation((url) => {
      const answer = answers[url as string];
      const gone = { code: 'place.unknown', title: 'Platsen finns inte.' };
      return Promise.resolve(answer ? Response.json(answer) : Response.json(gone, { status: 404 }));
    });
  });
  afterAll(() => {
    jest.restoreAllMocks();
    Reflect.deleteProperty(globalThis, 'document');
  });

  it.each([
    ['an extension', () => loadFollowed({ id: 'b1', relation: 'extension' })],
    ['a draft that is changed', () => load('b1')],
  ])('is shown by name and blocks %s until the user confirms', async (_what, loading) => {
    const { form } = await loading();
    expect(form).toMatchObject({ places: [{ id: 'p1' }], minus: [] });
    expect(render(<LostParts form={form} change={() => undefined} />)).toContain(
      'Kölen var undantagen. De som finns där kan nås nu.',
    );
    expect(audienceFaults(form).map(({ field }) => field)).toEqual(['lost']);
    const known = { ...form, lost: undefined };
    expect(audienceFaults(known)).toEqual([]);
    expect(render(<LostParts form={known} change={() => undefined} />)).toBe('');
  });
});
