import { checkPoints } from './check-points.js';
import { pointsOf, type PointId } from './points.js';
import { settlePoints, type PointAnswers } from './settle-points.js';

const settle = (
  texts: Readonly<Record<string, string>>,
  answers: PointAnswers = {},
  saidBefore: ReadonlySet<PointId> = new Set(),
) =>
  settlePoints(
    pointsOf('boil'),
    Object.entries(texts).map(([language, sms]) => ({
      language,
      points: checkPoints('boil', sms, language),
    })),
    answers,
    saidBefore,
  );
const point = (id: PointId, ...given: Parameters<typeof settle>) =>
  settle(...given).find((settled) => settled.id === id);

describe('a point of the checklist', () => {
  it('is found if the text of each language says it', () => {
    expect(point('L8', { sv: 'Koka vattnet.', en: 'Boil the water.' })).toEqual({
      id: 'L8',
      requirement: 'required',
      how: 'found',
      foundIn: ['sv', 'en'],
      missingIn: [],
      unspokenIn: [],
    });
  });

  it('is open if the text of one language lacks it', () => {
    expect(point('L8', { sv: 'Koka vattnet.', en: 'Water.' })).toMatchObject({
      how: 'open',
      foundIn: ['sv'],
      missingIn: ['en'],
    });
  });

  it('is met as the writer says, whatever the words', () => {
    const answers = {
      L8: { how: 'waived', reason: 'Vattnet är avstängt' },
      L7: { how: 'in-text' },
      L6: { how: 'on-page' },
    } as const;
    expect(point('L8', { sv: 'Koka vattnet.' }, answers)).toMatchObject({
      how: 'waived',
      reason: 'Vattnet är avstängt',
    });
    expect(point('L7', { sv: 'Koka vattnet.' }, answers)?.how).toBe('in-text');
    expect(point('L6', { sv: 'Koka vattnet.' }, answers)?.how).toBe('on-page');
  });

  it('does not depend on a text in a language that we have no words for', () => {
    expect(point('L8', { so: 'Karkari biyaha.', sv: 'Koka vattnet.' })?.how).toBe('found');
  });

  it('is open if there is no other text', () => {
    expect(point('L8', { so: 'Karkari biyaha.' })).toMatchObject({ how: 'open', missingIn: ['so'] });
    expect(point('L8', { so: 'Karkari biyaha.' }, { L8: { how: 'in-text' } })?.how).toBe('in-text');
  });

  it('is open before any text was looked at', () => {
    expect(point('L8', {})).toMatchObject({ how: 'open', missingIn: [] });
  });

  it('is met by the alert that a text follows, unless the text says it again', () => {
    const before = new Set<PointId>(['L8', 'L7']);
    expect(point('L7', { sv: 'Koka vattnet.' }, {}, before)?.how).toBe('in-first');
    expect(point('L8', { sv: 'Koka vattnet.' }, {}, before)?.how).toBe('found');
    expect(point('L6', { sv: 'Koka vattnet.' }, {}, before)?.how).toBe('open');
  });
});

describe('a spoken text of its own', () => {
  const settled = (sms: string, voice: string, answers: PointAnswers = {}) =>
    settlePoints(
      pointsOf('boil'),
      [
        {
          language: 'sv',
          points: checkPoints('boil', sms, 'sv'),
          spoken: checkPoints('boil', voice, 'sv'),
        },
      ],
      answers,
    ).find(({ id }) => id === 'L8');

  it('does not meet a point that the SMS lacks', () => {
    expect(settled('Vatten.', 'Koka vattnet.')).toMatchObject({ how: 'open', unspokenIn: [] });
  });

  it('leaves the point met that only the SMS says, and is pointed out', () => {
    expect(settled('Koka vattnet.', 'Vatten.')).toMatchObject({ how: 'found', unspokenIn: ['sv'] });
    expect(settled('Koka vattnet.', 'Koka kranvattnet.')).toMatchObject({ unspokenIn: [] });
  });
});

describe('a point that the page says', () => {
  const settled = (texts: readonly (readonly [language: string, sms: string, web: string])[]) =>
    settlePoints(
      pointsOf('boil'),
      texts.map(([language, sms, web]) => ({
        language,
        points: checkPoints('boil', sms, language),
        web: checkPoints('boil', web, language),
      })),
      {},
    ).find(({ id }) => id === 'L8');

  it('is on the page if the SMS of a language does not say it', () => {
    expect(
      settled([
        ['sv', 'Koka vattnet.', 'Koka vattnet.'],
        ['en', 'Water.', 'Boil the water.'],
      ]),
    ).toMatchObject({ how: 'on-page', foundIn: ['sv'], missingIn: [] });
  });

  it('is found if each SMS says it', () => {
    expect(settled([['sv', 'Koka vattnet.', 'Koka vattnet.']])?.how).toBe('found');
  });

  it('is open if neither text of a language says it', () => {
    expect(
      settled([
        ['sv', 'Vatten.', 'Koka vattnet.'],
        ['en', 'Water.', 'Water.'],
      ]),
    ).toMatchObject({ how: 'open', missingIn: ['en'] });
  });
});
