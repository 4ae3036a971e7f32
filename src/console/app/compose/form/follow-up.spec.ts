import { samples } from '../../../../../test/support/sample-templates.js';
import type { AreaAudience, Broadcast, Place } from '../../api/answers.js';
import type { Relation } from '../../../../kernel/relations.js';
import { allClearsBeside, choosesWhat, choosesWhom, keptAs } from './follow-up.js';
import { relationsFor } from '../../contents/relations-for.js';
import { followUpForm } from '../follow-up/follow-up-form.js';
import { audienceOf, bodyOf, formOf } from './form.js';
import { audienceFaults, messageFaults } from './form-faults.js';
import { KeptForm } from './kept-form.js';
import { takeTemplate } from './template-texts.js';

const now = new Date('2026-11-23T20:00:00Z');
const town = 'Luleå kommun';
const place: Place = {
  id: 'p1',
  kind: 'area',
  name: 'Bergnäset',
  boundingBox: [22, 65, 23, 66],
  saved: false,
};
const text = (language: string, sms: string) =>
  ({ language, sms, encoding: 'GSM-7', units: sms.length, segments: 1 }) as const;
const original: Broadcast = {
  id: 'b1',
  kind: 'alert',
  version: 1,
  state: 'completed',
  lane: 'crisis',
  exercise: true,
  audienceName: 'Örnäset',
  excerpt: 'Drick inte kranvattnet.',
  createdAt: now.toISOString(),
  expiresAt: now.toISOString(),
  planned: 4,
  percent: 100,
  history: [],
  followedBy: [],
  calledOff: false,
  goesWithAlert: false,
  otherAllClears: [],
  stillGoingOut: [],
  otherWordings: [],
  mayBeFollowed: true,
  channels: 'both',
  audience: { places: ['p0'] },
  texts: [text('sv', 'Drick inte kranvattnet.'), text('fi', 'Älä juo vettä.')],
  allowed: [],
};
const follows = (relation: Relation) => ({ broadcast: 'b1', relation });

describe.each(['update', 'all-clear'] as const)('an %s', (relation) => {
  const form = followUpForm(original, relation);
  const written = { ...form, texts: form.texts.map((empty) => ({ ...empty, sms: 'Det är över.' })) };

  it('begins at the text step, with the lane, languages and exercise mark of its original', () => {
    expect(form).toMatchObject({
      step: 2,
      lane: 'crisis',
      exercise: true,
      texts: [
        { language: 'sv', sms: '' },
        { language: 'fi', sms: '' },
      ],
    });
  });

  it('needs a text but no audience', () => {
    expect([choosesWhom(form), choosesWhat(form)]).toEqual([false, true]);
    expect(audienceFaults(form)).toEqual([]);
    expect(messageFaults(form, now, town).map(({ field }) => field)).toEqual(['sms-0', 'sms-1']);
    expect(messageFaults(written, now, town)).toEqual([]);
  });

  it('the request body names the original, and no audience', () => {
    const body = bodyOf({ ...written, places: [place] }, now);
    expect(body).toMatchObject({ follows: follows(relation), lane: 'crisis', texts: [{}, {}] });
    expect(body).not.toHaveProperty('audience');
  });
});

describe('an extension', () => {
  const whole: AreaAudience = {
    places: ['p0', 'gone'],
    polygon: { type: 'Polygon', coordinates: [] },
    near: [{ geometry: { type: 'Point', coordinates: [22, 65] }, metres: 50 }],
    minus: { places: ['m0'] },
    roles: ['resident', 'owner'],
  };
  const known = ['p0', 'm0'].map((id) => ({ ...place, id }));
  const form = followUpForm({ ...original, audience: { ...whole, beyond: 'b0' } }, 'extension', known);

  it("begins at the audience step, with the original's area, exceptions, roles and channels", () => {
    expect(form).toMatchObject({ step: 1, audienceKind: 'places', channels: 'both' });
    expect(audienceOf(form)).toEqual({ ...whole, places: ['p0'] });
    const more = bodyOf({ ...form, places: [...form.places, place] }, now);
    expect(more).toMatchObject({ audience: { ...whole, places: ['p0', 'p1'] }, channels: 'both' });
  });

  it("has no audience when nothing of the original's area is left", () => {
    const empty = followUpForm(original, 'extension');
    expect(audienceFaults(empty).map(({ field }) => field)).toEqual(['audience']);
    expect(bodyOf(empty, now)).toBeUndefined();
  });

  it('the request body has an audience, but neither text nor lane', () => {
    const chosen = { ...followUpForm(original, 'extension'), places: [place] };
    expect(messageFaults(chosen, now, town)).toEqual([]);
    const body = bodyOf(chosen, now);
    expect(body).toMatchObject({ audience: { places: ['p1'] }, follows: follows('extension') });
    expect(body).not.toHaveProperty('texts');
    expect(body).not.toHaveProperty('lane');
  });

  it('still needs an expiry in the future', () => {
    const late = { ...form, places: [place], expiry: { kind: 'at', local: '2020-01-01T00:00' } } as const;
    expect(messageFaults(late, now, town).map(({ field }) => field)).toEqual(['expiry-at']);
  });
});

describe('a follow-up', () => {
  it.each<[Relation, Partial<Broadcast>]>([
    ['all-clear', { audience: { recipientsOf: 'b0' } }],
    ['extension', { audience: { places: ['p1'], beyond: 'b0' } }],
  ])('stays a follow-up when its draft is edited: %s', (relation, more) => {
    const draft: Broadcast = { ...original, ...more, id: 'b2', follows: { id: 'b1', relation, root: 'b0' } };
    const form = { ...formOf(draft, [place], town), expiry: { kind: 'hours', hours: 1 } } as const;
    expect(bodyOf(form, now)).toMatchObject({ follows: follows(relation) });
    expect(JSON.stringify(bodyOf(form, now))).not.toMatch(/beyond|recipientsOf/);
  });

  it('is kept separately for each original and relation', () => {
    const kept = new Map<string, string>();
    const memory = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
      removeItem: (key: string) => void kept.delete(key),
    };
    const form = followUpForm(original, 'all-clear');
    new KeptForm(memory, keptAs('b1', 'all-clear')).write(form);
    expect(new KeptForm(memory, keptAs('b1', 'all-clear')).read()).toEqual(form);
    for (const other of [keptAs('b1', 'update'), keptAs('b2', 'all-clear'), 'b1', undefined])
      expect(new KeptForm(memory, other).read()).toBeUndefined();
  });

  it.each([
    ['an alert', undefined, ['all-clear', 'update', 'correction', 'extension']],
    ['an extension', 'extension', ['all-clear', 'update', 'correction', 'extension']],
    ['an update', 'update', ['all-clear', 'update', 'correction']],
    ['a correction of the alert', 'correction', ['all-clear', 'update', 'correction', 'extension']],
    ['an all-clear', 'all-clear', ['update', 'correction']],
  ] as const)('of %s can have these relations, the most likely first', (_what, relation, expected) => {
    const audience = relation === 'correction' ? { recipientsOf: 'b1' } : original.audience;
    const its = relation ? { follows: { id: 'b1', relation, root: 'b1' } } : {};
    expect(relationsFor({ ...its, audience })).toEqual(expected);
  });

  it('of a correction of an update is no extension: others have not had the update', () => {
    const its = {
      follows: { id: 'u2', relation: 'correction', root: 'b1' },
      audience: { recipientsOf: 'u1' },
    };
    expect(relationsFor(its as Pick<Broadcast, 'follows' | 'audience'>)).not.toContain('extension');
  });

  it('a correction begins with the earlier texts, without their marks', () => {
    const wrong = {
      ...original,
      texts: [
        {
          ...text('sv', 'ÖVNING ÖVNING. Rättelse: Drick inte.\nÖVNING ÖVNING.'),
          voice: 'ÖVNING ÖVNING. Rättelse: Nej.\nÖVNING ÖVNING.',
        },
        text('fi', 'ÖVNING/EXERCISE. Korjaus: Älä juo.\nÖVNING/EXERCISE.'),
      ],
      follows: { id: 'b0', relation: 'correction', root: 'b0' } as const,
    };
    expect(followUpForm(wrong, 'correction').texts).toEqual([
      { language: 'sv', sms: 'Drick inte.', voice: 'Nej.' },
      { language: 'fi', sms: 'Älä juo.' },
    ]);
    expect(followUpForm({ ...original, texts: [text('sv', 'Rättelse: x')] }, 'correction').texts).toEqual([
      { language: 'sv', sms: 'Rättelse: x' },
    ]);
  });

  it('warns of other all-clears when it is an all-clear itself, but not of the draft that is edited', () => {
    const beside = (relation: Relation, id?: string) =>
      allClearsBeside({ follows: follows(relation), ...(id ? { id } : {}) }, { otherAllClears: [other] });
    const other = { id: 'b2', state: 'draft', createdAt: now.toISOString() } as const;
    expect(beside('all-clear')).toEqual([other]);
    expect(beside('all-clear', 'b2')).toEqual([]);
    expect(beside('update')).toEqual([]);
  });

  it('keeps its lane with a template of its own', () => {
    const form = followUpForm({ ...original, lane: 'crisis' }, 'all-clear');
    expect(takeTemplate(form, samples.boilOver, town)).toMatchObject({ lane: 'crisis' });
  });
});
