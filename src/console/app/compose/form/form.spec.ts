import { markText } from '../../../../messages/marked-text.js';
import type { Broadcast, Place } from '../../api/answers.js';
import { localTime } from '../../../../kernel/wall-clock.js';
import { expiryDate } from './expiry.js';
import { audienceOf, bodyOf, choiceOf, emptyForm, formOf, toAudienceKind, type ComposeForm } from './form.js';
import { audienceFaults, messageFaults } from './form-faults.js';
import { followUpForm } from '../follow-up/follow-up-form.js';
import { KeptForm } from './kept-form.js';
import { readCount } from '../../contents/typed-count.js';

const now = new Date('2026-11-23T20:00:00Z');
const place: Place = { id: 'p1', kind: 'block', name: 'Kölen', boundingBox: [22, 65, 23, 66], saved: false };
const written = {
  ...emptyForm,
  places: [place],
  texts: [{ language: 'sv', sms: 'Vattnet är avstängt på Kölen från kl. 21.' }],
};
const polygon = { type: 'Polygon' as const, coordinates: [] };

describe('the compose form', () => {
  it('has no audience until something is chosen', () => {
    expect(audienceOf(emptyForm)).toBeUndefined();
    expect(bodyOf(emptyForm, now)).toBeUndefined();
    expect(audienceFaults(emptyForm).map(({ field }) => field)).toEqual(['audience']);
  });

  const pipe = { type: 'LineString' as const, coordinates: [] };
  const mixed: ComposeForm = {
    ...written,
    polygon,
    topic: 't1',
    near: [{ geometry: pipe, metres: 50, name: 'Storgatan 1' }],
    minus: [{ ...place, id: 'p2' }],
    roles: ['resident', 'business'],
  };
  const all = {
    places: ['p1'],
    polygon,
    near: [{ geometry: pipe, metres: 50, name: 'Storgatan 1' }],
    minus: { places: ['p2'] },
    roles: ['resident', 'business'],
  };

  it.each([
    ['places', all],
    ['polygon', all],
    ['near', all],
    ['topic', { topic: 't1' }],
  ] as const)(
    'combines the parts of an area, whichever way of choosing is open, but not with a topic: %s',
    (audienceKind, audience) => {
      expect(audienceOf({ ...mixed, audienceKind })).toEqual(audience);
    },
  );

  it('keeps the address by which a place was chosen or left out, also when it is edited', () => {
    const chosen = { ...written, places: [{ ...place, address: 'Storgatan 1' }], minus: mixed.minus };
    expect(audienceOf(chosen)).toEqual({
      places: ['p1'],
      chosenBy: { p1: 'Storgatan 1' },
      minus: { places: ['p2'] },
    });
    const again = choiceOf(audienceOf(chosen)!, [place, { ...place, id: 'p2' }]);
    expect(again).toMatchObject({ places: chosen.places, minus: mixed.minus });
  });

  it('refuses an invalid distance', () => {
    const near = { ...mixed, audienceKind: 'near' as const };
    expect(audienceFaults(near)).toEqual([]);
    expect(audienceFaults({ ...near, metres: 0 }).map(({ field }) => field)).toEqual(['metres']);
  });

  it('has no audience when places are only left out, or no role is selected', () => {
    expect(audienceOf({ ...emptyForm, minus: [place] })).toBeUndefined();
    expect(audienceOf({ ...mixed, roles: [] })).toBeUndefined();
  });

  it('expires four hours after it is saved by default', () => {
    expect(bodyOf(written, now)).toMatchObject({
      expiresAt: '2026-11-24T00:00:00.000Z',
      lane: 'urgent',
      exercise: false,
      texts: [{ language: 'sv', sms: 'Vattnet är avstängt på Kölen från kl. 21.' }],
    });
  });

  it('gives a topic a lower default lane than an alert, unless the user chose one', () => {
    const topic = { ...emptyForm, ...toAudienceKind(emptyForm, 'topic') };
    expect(topic).toMatchObject({ audienceKind: 'topic', lane: 'routine' });
    expect(toAudienceKind(topic, 'polygon')).toMatchObject({ audienceKind: 'polygon', lane: 'urgent' });
    const chosen = { ...topic, lane: 'urgent', laneChosen: true } as const;
    const elsewhere = { ...chosen, ...toAudienceKind(chosen, 'places') };
    expect({ ...elsewhere, ...toAudienceKind(elsewhere, 'topic') }).toMatchObject({ lane: 'urgent' });
  });

  it('gives a topic a day until expiry, unless the user chose one', () => {
    const topic = { ...emptyForm, ...toAudienceKind(emptyForm, 'topic') };
    expect(topic.expiry).toEqual({ kind: 'hours', hours: 24 });
    expect(toAudienceKind(topic, 'places').expiry).toEqual({ kind: 'hours', hours: 4 });
    const chosen = { ...emptyForm, expiry: { kind: 'hours', hours: 12 } } as const;
    expect({ ...chosen, ...toAudienceKind(chosen, 'topic') }.expiry).toEqual({ kind: 'hours', hours: 12 });
  });

  it('omits an empty voice text', () => {
    const form = { ...written, texts: [{ language: 'sv', sms: 'Hej', voice: '  ' }] };
    expect(bodyOf(form, now)?.texts).toEqual([{ language: 'sv', sms: 'Hej' }]);
  });

  it.each([
    ['no text', { texts: [{ language: 'sv', sms: ' ' }] }, 'sms-0'],
    ['a gap of the template', { texts: [{ language: 'sv', sms: 'Avstängt på [plats].' }] }, 'sms-0'],
    ['a gap in the voice', { texts: [{ language: 'sv', sms: 'Hej', voice: 'På [plats].' }] }, 'sms-0-voice'],
    ['seven parts', { texts: [{ language: 'sv', sms: 'a'.repeat(6 * 153 + 1) }] }, 'sms-0'],
    ['no time', { expiry: { kind: 'at', local: '' } }, 'expiry-at'],
    ['a time that has passed', { expiry: { kind: 'at', local: '2020-01-01T00:00' } }, 'expiry-at'],
  ] as const)('reports %s at its field', (_name, patch, field) => {
    expect(messageFaults({ ...written, ...patch }, now, 'Luleå kommun').map((fault) => fault.field)).toEqual([
      field,
    ]);
  });

  it('has no fault when everything is filled in', () => {
    expect([...audienceFaults(written), ...messageFaults(written, now, 'Luleå kommun')]).toEqual([]);
  });

  it('reads a broadcast back as it was written', () => {
    const broadcast: Broadcast = {
      id: 'b1',
      kind: 'alert',
      version: 1,
      state: 'returned',
      lane: 'crisis',
      exercise: true,
      audienceName: 'Kölen',
      excerpt: 'Vattnet är avstängt.',
      createdAt: now.toISOString(),
      expiresAt: now.toISOString(),
      percent: 0,
      history: [],
      followedBy: [],
      calledOff: false,
      goesWithAlert: false,
      otherAllClears: [],
      stillGoingOut: [],
      otherWordings: [],
      mayBeFollowed: false,
      channels: 'both',
      audience: { places: ['p1'] },
      texts: [
        {
          language: 'sv',
          sms: markText('Koka vattnet.', 'sv', { exercise: true }),
          encoding: 'GSM-7',
          units: 9,
          segments: 1,
        },
      ],
      allowed: ['edit'],
    };
    expect(formOf(broadcast, [place], 'Luleå kommun')).toMatchObject({
      id: 'b1',
      audienceKind: 'places',
      places: [place],
      texts: [{ language: 'sv', sms: 'Koka vattnet.' }],
      lane: 'crisis',
      channels: 'both',
      exercise: true,
      expiry: { kind: 'at', local: localTime(now) },
    });
  });

  it.each([
    [true, undefined],
    [false, true],
    [undefined, true],
  ])('is as usual again where the writer had left that open (%p): %p', (publicAsUsual, isPublic) => {
    const saved = {
      ...{ audience: { places: ['p1'] }, texts: [], isPublic: true, publicAsUsual },
      expiresAt: '2026-11-30T12:00:00Z',
    } as unknown as Broadcast;
    expect(formOf(saved, [place], 'Luleå kommun').isPublic).toBe(isPublic);
    const follows = followUpForm({ ...saved, id: 'b1', lane: 'urgent' }, 'update');
    expect(follows.isPublic).toBe(isPublic);
  });

  it('reads a combined audience back as it was chosen', () => {
    const broadcast = { audience: all, texts: [], expiresAt: now.toISOString() } as unknown as Broadcast;
    const form = formOf(broadcast, [place, { ...place, id: 'p2' }], 'Luleå kommun');
    expect(audienceOf(form)).toEqual(all);
  });

  it('survives a reload, a full storage and foreign content in the storage', () => {
    const kept = new Map<string, string>();
    const memory = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
      removeItem: (key: string) => void kept.delete(key),
    };
    new KeptForm(memory).write(written);
    expect(new KeptForm(memory).read()).toEqual(written);
    expect(new KeptForm(memory, 'b1').read()).toBeUndefined();
    new KeptForm(memory).forget();
    expect(new KeptForm(memory).read()).toBeUndefined();
    memory.setItem('budkavle.compose.new', '{');
    expect(new KeptForm(memory).read()).toBeUndefined();
    const full = {
      ...memory,
      setItem: () => {
        throw new Error('full');
      },
    };
    expect(() => new KeptForm(full).write(written)).not.toThrow();
  });
});

describe('reading counts and times', () => {
  it.each([
    ['1204', 1204],
    [' 1 204 ', 1204],
    ['1\u00a0204', 1204],
    ['12,04', undefined],
    ['tolv', undefined],
    ['', undefined],
  ])('readCount reads %p', (typed, count) => {
    expect(readCount(typed)).toBe(count);
  });

  it('expiryDate reads back what localTime wrote', () => {
    const local = localTime(now);
    expect(expiryDate({ kind: 'at', local }, now)).toEqual(now);
  });
});
