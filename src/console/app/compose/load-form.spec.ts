import { allSamples, samples } from '../../../../test/support/sample-templates.js';
import { messageFaults } from './form/form-faults.js';
import { load, loadAnew, loadFollowed } from './load-form.js';

const town = 'Luleå kommun';
const place = { id: 'p1', kind: 'area', name: 'Porsön', boundingBox: [22, 65, 23, 66], saved: false };
const original = {
  id: 'b1',
  lane: 'crisis',
  channels: 'both',
  exercise: false,
  event: 'boil',
  planned: 4,
  createdAt: '2026-11-30T01:40:00Z',
  startedAt: '2026-11-30T01:45:00Z',
  audience: { places: ['p1'] },
  followedBy: [],
  texts: [
    {
      language: 'sv',
      sms: `Koka kranvattnet från måndag 30 november kl. 02.15. Gäller: delar av Porsön. ${town}`,
    },
  ],
};

/** Answers by path. A path without an answer fails. */
function answer(answers: Readonly<Record<string, unknown>>): void {
  jest.spyOn(globalThis, 'fetch').mockImplementation((url) => {
    const found = answers[(url as string).replace('/api/v1', '')];
    return Promise.resolve(
      found === undefined ? new Response('', { status: 502 }) : Response.json(found, { status: 200 }),
    );
  });
}

const known = {
  '/broadcasts/b1': original,
  '/settings': { municipality: { name: town } },
  '/places/p1': place,
};

beforeAll(() => {
  Object.assign(globalThis, { document: { documentElement: { lang: 'sv' } } });
});
afterEach(() => jest.restoreAllMocks());
afterAll(() => {
  Reflect.deleteProperty(globalThis, 'document');
});

describe('the form of a follow-up', () => {
  it('begins with the template that was made for the original’s, and with its place', async () => {
    answer({ ...known, '/templates?state=active': allSamples });
    const { form } = await loadFollowed({ id: 'b1', relation: 'all-clear' });
    expect(form.filled?.slug).toBe('boil-over');
    expect(form.texts[0]!.sms).toBe(`Drick igen från [från]. Gäller: delar av Porsön. ${town}`);
  });

  it('knows the original’s template by what the original says, also when its text was changed', async () => {
    const changed = {
      ...original,
      template: { id: 't-boil-water', version: 1 },
      texts: [{ language: 'sv', sms: 'Egen text' }],
    };
    answer({ ...known, '/broadcasts/b1': changed, '/templates?state=active': allSamples });
    const { form } = await loadFollowed({ id: 'b1', relation: 'all-clear' });
    expect(form.filled?.slug).toBe('boil-over');
    expect(form.texts[0]!.sms).toContain('Gäller: Porsön. ');
  });

  it('is written freely when the templates can’t be fetched', async () => {
    answer(known);
    const { form } = await loadFollowed({ id: 'b1', relation: 'all-clear' });
    expect(form.filled).toBeUndefined();
    expect(form.texts).toEqual([{ language: 'sv', sms: '' }]);
  });
});

describe('the form of a broadcast that was saved', () => {
  const sms = `Koka kranvattnet från måndag 30 november kl. 02.15. Gäller: delar av Porsön. ${town}`;
  const saved = {
    ...original,
    template: { id: 't-boil-water', version: 1 },
    expiresAt: '2026-12-01T01:40:00Z',
    texts: [{ language: 'sv', sms }],
  };
  const template = { ...samples.boil, versions: [{ ...samples.boil, act: 'add' }] };

  it.each([
    ['that is edited', load],
    ['that a new one begins as', loadAnew],
  ])('%s has its template and its fields', async (_which, loaded) => {
    answer({ ...known, '/broadcasts/b1': saved, '/templates/t-boil-water': template });
    const { form } = await loaded('b1');
    expect(form.filled?.fillings).toEqual({
      sv: { plats: 'delar av Porsön', från: 'måndag 30 november kl. 02.15' },
    });
    expect(form.texts[0]!.sms).toBe(sms);
  });

  it('has them in its correction, where a start that has passed is no fault', async () => {
    const shutoff = {
      ...saved,
      event: 'planned',
      template: { id: 't-planned-shutoff', version: 1 },
      texts: [
        {
          language: 'sv',
          sms: `Vi stänger av vattnet från måndag 30 november kl. 09.00 tills vidare. Gäller: Porsön. ${town}`,
        },
      ],
    };
    answer({
      ...known,
      '/broadcasts/b1': shutoff,
      '/templates?state=active': allSamples,
      '/templates/t-planned-shutoff': {
        ...samples.planned,
        versions: [{ ...samples.planned, act: 'add' }],
      },
    });
    const { form } = await loadFollowed({ id: 'b1', relation: 'correction' });
    expect(form.filled?.slug).toBe('planned-shutoff');
    expect(form.texts).toEqual(shutoff.texts);
    expect(messageFaults(form, new Date('2026-11-30T12:00:00Z'), town)).toEqual([]);
  });

  it('is text alone when its template can’t be fetched', async () => {
    answer({ ...known, '/broadcasts/b1': saved });
    const { form } = await load('b1');
    expect(form.filled).toBeUndefined();
    expect(form.texts[0]!.sms).toBe(sms);
  });
});
