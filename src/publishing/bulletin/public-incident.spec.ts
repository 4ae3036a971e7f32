import { markText } from '../../messages/marked-text.js';
import { assemble, beginningOf, nextEnd, type PublishedBroadcast } from './public-incident.js';
import { areasOf, mainMessage } from './what-holds.js';

const at = (minutes: number): Date => new Date(Date.UTC(2026, 10, 29, 12, minutes));
const area = { name: 'Kronan', streets: [], polygons: [] };
const alert: PublishedBroadcast = {
  id: 'a',
  root: 'a',
  relation: null,
  says: 'a',
  code: 'k7m2p9',
  topic: null,
  department: 'VA',
  lane: 'urgent',
  area,
  sentAt: at(0),
  expiresAt: at(60),
  texts: [{ language: 'sv', sms: 'Vattnet är borta. Fyll kärl.' }],
};
const following = (id: string, more: Partial<PublishedBroadcast>): PublishedBroadcast => ({
  ...alert,
  root: 'a',
  id,
  says: more.relation === 'extension' || more.relation === 'correction' ? alert.id : id,
  area: undefined,
  ...more,
});
const update = following('b', { relation: 'update', sentAt: at(10), expiresAt: at(90) });
const allClear = following('c', { relation: 'all-clear', sentAt: at(20), expiresAt: at(80) });
const one = (broadcasts: readonly PublishedBroadcast[], now: Date) => assemble(broadcasts, now)[0]!;

describe('an incident as it is published', () => {
  it('has the first sentence as its headline, unless it has one', () => {
    expect(one([alert], at(1)).messages[0]?.texts).toEqual([
      { language: 'sv', headline: 'Vattnet är borta.', body: 'Vattnet är borta. Fyll kärl.' },
    ]);
    expect(beginningOf(`Ett ${'långt '.repeat(40)}ord`)).toMatch(/^Ett långt .*långt…$/u);
    expect(beginningOf('x'.repeat(500))).toHaveLength(120);
    expect(beginningOf(`${'x'.repeat(118)}${'😀'.repeat(9)}`)).toBe(`${'x'.repeat(118)}…`);
    expect(beginningOf('Avstängt till kl. 15. Fyll kärl.')).toBe('Avstängt till kl. 15.');
  });

  it('leaves out of an SMS what is only for phones', () => {
    const marks = { exercise: false, topicOf: 'Alavik', page: 'https://alavik.example.se/a/k7m2p9' };
    const sms = markText('Vattnet är tillbaka.', 'sv', marks);
    expect(sms.split('\n')).toHaveLength(3);
    const [incident] = assemble([{ ...alert, texts: [{ language: 'sv', sms }] }], at(1), 'Alavik');
    expect(incident?.messages[0]?.texts[0]?.body).toBe('Vattnet är tillbaka.');
  });

  it('goes on until the last of its messages expires', () => {
    const during = one([alert, update], at(70));
    expect(during).toMatchObject({ over: undefined, expiresAt: at(90), updatedAt: at(10) });
    expect(nextEnd([during])).toEqual(at(90));
    expect(one([alert, update], at(90))).toMatchObject({
      over: { at: at(90), by: 'expiry' },
      updatedAt: at(90),
    });
  });

  it('is over from its all-clear on', () => {
    const over = one([alert, update, allClear], at(21));
    expect(over).toMatchObject({ over: { at: at(20), by: 'all-clear' }, updatedAt: at(20) });
    expect(mainMessage(over).id).toBe('c');
    expect(nextEnd([over])).toBeUndefined();
  });

  it('goes on when the all-clear was cancelled', () => {
    const wrong = { ...allClear, cancelledAt: at(25) };
    const incident = one([alert, wrong], at(26));
    expect(incident).toMatchObject({ over: undefined, updatedAt: at(25) });
    expect(mainMessage(incident).id).toBe('a');
  });

  it.each([undefined, at(25)])(
    'goes on when a correction of the all-clear says so, whether or not that had gone out (ended: %p)',
    (cancelledAt) => {
      const notOver = following('k', { relation: 'correction', goesOn: true, says: 'c', sentAt: at(25) });
      const incident = one(
        [{ ...alert, cancelledAt: at(20) }, { ...allClear, cancelledAt }, notOver],
        at(26),
      );
      expect(incident).toMatchObject({ over: undefined, updatedAt: at(25) });
      expect(mainMessage(incident).id).toBe('k');
      expect(areasOf(incident).map(({ name }) => name)).toEqual(['Kronan']);
      const again = following('l', { relation: 'all-clear', sentAt: at(30) });
      expect(one([alert, allClear, notOver, again], at(31))).toMatchObject({ over: { at: at(30) } });
    },
  );

  it('goes on also if the sending of that correction was cancelled, by what was said before', () => {
    const notOver = following('k', { relation: 'correction', goesOn: true, says: 'c', sentAt: at(25) });
    const incident = one([alert, update, allClear, { ...notOver, cancelledAt: at(26) }], at(27));
    expect(incident.over).toBeUndefined();
    expect(mainMessage(incident).id).toBe('b');
  });

  it.each([undefined, at(25)])(
    'stays over since the all-clear when its correction only says it better (ended: %p)',
    (cancelledAt) => {
      const better = following('k', { relation: 'correction', goesOn: false, says: 'c', sentAt: at(25) });
      const incident = one([alert, { ...allClear, cancelledAt }, better], at(26));
      expect(incident).toMatchObject({ over: { at: at(20), by: 'all-clear' }, updatedAt: at(25) });
      expect(mainMessage(incident).id).toBe('k');
    },
  );

  it('goes on by the alert that an all-clear had ended, when staff cancelled the all-clear', () => {
    const wrong = { ...allClear, cancelledAt: at(25) };
    const incident = one([{ ...alert, cancelledAt: at(20) }, wrong], at(26));
    expect(incident.over).toBeUndefined();
    expect(mainMessage(incident).id).toBe('a');
  });

  it('is over when everything of it was cancelled, and goes on while an update stands', () => {
    const cancelled = { ...alert, cancelledAt: at(30) };
    expect(one([cancelled], at(31))).toMatchObject({ over: { at: at(30), by: 'cancellation' } });
    expect(one([cancelled, update], at(31))).toMatchObject({ over: undefined });
  });

  it('is where the alert and its extensions are', () => {
    const extension = following('d', {
      relation: 'extension',
      sentAt: at(5),
      area: { ...area, name: 'Porsön' },
    });
    const incident = one([alert, extension], at(6));
    expect(areasOf(incident).map(({ name }) => name)).toEqual(['Kronan', 'Porsön']);
    expect(mainMessage(incident).id).toBe('a');
  });

  it('is where an extension is that outlives its alert', () => {
    const cancelled = { ...alert, cancelledAt: at(30) };
    const extension = following('d', {
      relation: 'extension',
      sentAt: at(5),
      area: { ...area, name: 'Porsön' },
    });
    const incident = one([cancelled, extension], at(31));
    expect(mainMessage(incident).id).toBe('d');
    expect(areasOf(incident).map(({ name }) => name)).toEqual(['Porsön']);
  });

  it('is where the wrong text was that a correction cancelled, and is still told when all was cancelled', () => {
    const cancelled = { ...alert, cancelledAt: at(10) };
    const correction = following('e', { relation: 'correction', sentAt: at(10) });
    for (const broadcasts of [[cancelled, correction], [cancelled]])
      expect(areasOf(one(broadcasts, at(11))).map(({ name }) => name)).toEqual(['Kronan']);
    const extension = following('d', {
      relation: 'extension',
      sentAt: at(20),
      cancelledAt: at(21),
      area: { ...area, name: 'Porsön' },
    });
    const later = one([cancelled, correction, extension], at(22));
    expect(areasOf(later).map(({ name }) => name)).toEqual(['Kronan']);
  });

  it('does not exist if its first message is not public', () => {
    expect(assemble([update], at(11))).toEqual([]);
  });

  it('comes first when it changed last', () => {
    const other = { ...alert, id: 'z', root: 'z', sentAt: at(5) };
    expect(assemble([alert, other], at(6)).map(({ id }) => id)).toEqual(['z', 'a']);
    expect(assemble([alert, other, update], at(11)).map(({ id }) => id)).toEqual(['a', 'z']);
  });
});
