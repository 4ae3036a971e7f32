import { lastChange } from '../bulletin/last-change.js';
import { childrenNamed, parseXml, textOf, type XmlTree } from '../../../test/support/xml-tree.js';
import { Config } from '../../platform/config/config.js';
import { assemble, type PublishedBroadcast } from '../bulletin/public-incident.js';
import { PublicAddresses } from '../public-addresses.js';
import { incidentsAtom } from './incidents-atom.js';

const at = (minutes: number): Date => new Date(Date.UTC(2026, 10, 29, 12, minutes));
const square = [
  [22.14, 65.58],
  [22.16, 65.58],
  [22.16, 65.59],
  [22.14, 65.58],
];
const polygon = { type: 'Polygon' as const, coordinates: [square] };
const alert: PublishedBroadcast = {
  id: '0199f0a0-0000-7000-8000-000000000001',
  root: '0199f0a0-0000-7000-8000-000000000001',
  relation: null,
  says: '0199f0a0-0000-7000-8000-000000000001',
  code: 'k7m2p9',
  topic: null,
  department: 'VA',
  lane: 'urgent',
  event: 'boil',
  area: { name: 'Kronan', streets: [], polygons: [polygon] },
  sentAt: at(0),
  expiresAt: at(60),
  texts: [
    {
      language: 'sv',
      sms: 'Koka vattnet.',
      headline: 'Koka vattnet i Kronan',
      web: 'Koka vattnet.\n\nTank vid skolan.',
    },
    { language: 'en', sms: 'Boil the water.' },
  ],
};
const following = (n: number, more: Partial<PublishedBroadcast>): PublishedBroadcast => ({
  ...alert,
  id: `0199f0a0-0000-7000-8000-00000000000${n}`,
  says: `0199f0a0-0000-7000-8000-00000000000${more.relation === 'correction' ? 1 : n}`,
  area: undefined,
  ...more,
});
const update = following(2, {
  relation: 'update',
  sentAt: at(10),
  texts: [{ language: 'sv', sms: 'Koka fortfarande.' }],
});
const correction = following(3, {
  relation: 'correction',
  sentAt: at(20),
  texts: [{ language: 'sv', sms: 'Rättelse: koka.' }],
});
const extension = following(4, {
  relation: 'extension',
  sentAt: at(30),
  area: { name: 'Porsön', streets: [], polygons: [polygon] },
});
const allClear = following(5, {
  relation: 'all-clear',
  sentAt: at(40),
  texts: [{ language: 'sv', sms: 'Vattnet går att dricka.' }],
});

const addresses = new PublicAddresses(
  Config.read({ DATABASE_URL: 'postgres://x', PUBLIC_URL: 'https://sms.example' }),
);
const feed = (broadcasts: readonly PublishedBroadcast[], now: Date, language = 'sv'): XmlTree =>
  parseXml(
    incidentsAtom(
      {
        name: 'alerts',
        language,
        languages: ['sv', 'en'],
        title: 'Meddelanden',
        municipality: 'Provkommun',
        incidents: assemble(broadcasts, now),
        updated: lastChange({ incidents: assemble(broadcasts, now), gone: [] }),
      },
      addresses,
    ),
  );
const entryOf = (tree: XmlTree): XmlTree => childrenNamed(tree, 'entry')[0]!;
const links = (tree: XmlTree): Record<string, string>[] =>
  childrenNamed(tree, 'link').map(({ attributes }) => attributes);
const categories = (tree: XmlTree): string[] =>
  childrenNamed(tree, 'category').map(({ attributes }) => `${attributes['scheme']}=${attributes['term']}`);

describe('an Atom feed', () => {
  it('has what RFC 4287 requires', () => {
    const tree = feed([alert], at(1));
    expect(tree).toMatchObject({
      name: 'feed',
      namespace: 'http://www.w3.org/2005/Atom',
      attributes: { 'xml:lang': 'sv' },
    });
    expect(textOf(tree, 'id')).toBe('https://sms.example/feeds/alerts.atom');
    expect(textOf(tree, 'title')).toBe('Meddelanden – Provkommun');
    expect(textOf(tree, 'updated')).toBe('2026-11-29T12:00:00.000Z');
    expect(textOf(childrenNamed(tree, 'author')[0]!, 'name')).toBe('Provkommun');
    expect(links(tree)).toEqual([
      { rel: 'self', type: 'application/atom+xml', href: 'https://sms.example/feeds/alerts.atom' },
      { rel: 'alternate', type: 'text/html', href: 'https://sms.example/aktuellt' },
      {
        rel: 'alternate',
        type: 'application/atom+xml',
        hreflang: 'en',
        href: 'https://sms.example/feeds/alerts.en.atom',
      },
    ]);
  });

  it('has an entry for each incident, with its text, its page and its place', () => {
    const entry = entryOf(feed([alert], at(1)));
    expect(textOf(entry, 'id')).toBe(`urn:uuid:${alert.id}`);
    expect(textOf(entry, 'title')).toBe('Koka vattnet i Kronan');
    expect(textOf(entry, 'summary')).toBe('Koka vattnet.\n\nTank vid skolan.');
    expect(textOf(entry, 'content')).toBe(
      'Gäller till 2026-11-29 14:00.\n\nKoka vattnet.\n\nTank vid skolan.\n\nOmråde: Kronan.',
    );
    expect(textOf(entry, 'published')).toBe('2026-11-29T12:00:00.000Z');
    expect(links(entry)).toEqual([
      { rel: 'alternate', type: 'text/html', href: `https://sms.example/aktuellt/${alert.id}` },
    ]);
    expect(categories(entry)).toEqual(['urn:budkavle:event=boil']);
    expect(childrenNamed(entry, 'polygon')).toMatchObject([
      {
        namespace: 'http://www.georss.org/georss',
        text: '65.58 22.14 65.58 22.16 65.59 22.16 65.58 22.14',
      },
    ]);
  });

  it('says a place by one ring or not at all', () => {
    expect(childrenNamed(entryOf(feed([alert, extension], at(31))), 'polygon')).toEqual([]);
    const withStreet = { ...alert, area: { ...alert.area!, streets: ['Storgatan'] } };
    const entry = entryOf(feed([withStreet], at(1)));
    expect(childrenNamed(entry, 'polygon')).toEqual([]);
    expect(textOf(entry, 'content')).toContain('Gator: Storgatan.');
  });

  it('has every message, in the order in which they went out', () => {
    const entry = entryOf(feed([alert, update, correction, extension], at(31)));
    expect(textOf(entry, 'summary')).toBe('Rättelse: koka.');
    expect(textOf(entry, 'content').split('\n\n').slice(2)).toEqual([
      'Område: Kronan, Porsön.',
      'Alla meddelanden:',
      '2026-11-29 13:00 Första beskedet\nKoka vattnet.',
      'Tank vid skolan.',
      '2026-11-29 13:10 Uppdatering\nKoka fortfarande.',
      '2026-11-29 13:20 Rättelse\nRättelse: koka.',
      '2026-11-29 13:30 Utökat område\nKoka vattnet.',
      'Tank vid skolan.',
    ]);
  });

  it.each<[what: string, broadcasts: PublishedBroadcast[], now: Date, updated: number, category?: string]>([
    ['an update', [alert, update], at(11), 10, 'relation=update'],
    ['a correction', [alert, correction], at(21), 20, 'relation=correction'],
    ['an extension', [alert, extension], at(31), 30, 'relation=extension'],
    ['an all-clear', [alert, allClear], at(41), 40, 'over=all-clear'],
    ['a cancellation', [{ ...alert, cancelledAt: at(50) }], at(51), 50, 'over=cancellation'],
    ['the cancellation of an update', [alert, { ...update, cancelledAt: at(15) }], at(16), 15],
    ['its expiry', [alert], at(60), 60, 'over=expiry'],
  ])(
    'moves with %s, and so does the entry, which keeps its id',
    (_, broadcasts, now, minutes, category = '') => {
      const tree = feed(broadcasts, now);
      const entry = entryOf(tree);
      expect(textOf(tree, 'updated')).toBe(at(minutes).toISOString());
      expect(textOf(entry, 'updated')).toBe(at(minutes).toISOString());
      expect(textOf(entry, 'published')).toBe(at(0).toISOString());
      expect(textOf(entry, 'id')).toBe(`urn:uuid:${alert.id}`);
      expect(categories(entry).join()).toContain(category);
    },
  );

  it('says in the title when a text was withdrawn or has expired', () => {
    expect(textOf(entryOf(feed([{ ...alert, cancelledAt: at(50) }], at(51))), 'title')).toBe(
      'Tillbakadraget: Koka vattnet i Kronan',
    );
    expect(textOf(entryOf(feed([alert], at(61))), 'title')).toBe('Tiden har gått ut: Koka vattnet i Kronan');
    expect(textOf(entryOf(feed([alert, allClear], at(61))), 'title')).toBe('Vattnet går att dricka.');
  });

  it('is in a language, and marks a text that is not', () => {
    const tree = feed(
      [alert, { ...alert, id: 'b', root: 'b', texts: [{ language: 'fi', sms: 'Keitä vesi.' }] }],
      at(1),
      'en',
    );
    expect(tree.attributes['xml:lang']).toBe('en');
    expect(textOf(tree, 'id')).toBe('https://sms.example/feeds/alerts.en.atom');
    const [other, first] = childrenNamed(tree, 'entry') as [XmlTree, XmlTree];
    expect([first.attributes['xml:lang'], textOf(first, 'title')]).toEqual([undefined, 'Boil the water.']);
    expect([other.attributes['xml:lang'], textOf(other, 'title')]).toEqual(['fi', 'Keitä vesi.']);
    expect(textOf(first, 'content')).toContain('Applies until 2026-11-29 14:00.');
  });

  it('is valid and the same every time when there is nothing', () => {
    const quiet = feed([], at(1));
    expect(quiet).toEqual(feed([], at(500)));
    expect(textOf(quiet, 'updated')).toBe('2026-01-01T00:00:00.000Z');
    expect(childrenNamed(quiet, 'entry')).toEqual([]);
  });

  it('has the fifty that changed last', () => {
    const many = Array.from({ length: 60 }, (_, n) => ({
      ...alert,
      id: `a${n}`,
      root: `a${n}`,
      sentAt: at(n / 10),
    }));
    const entries = childrenNamed(feed(many, at(10)), 'entry');
    expect(entries).toHaveLength(50);
    expect(textOf(entries[0]!, 'id')).toBe('urn:uuid:a59');
  });

  it.each([
    ['markup', '<script>alert("x")</script> & &amp; <!-- ]]> <![CDATA['],
    ['names of characters', '&nbsp; &foo; &lt;b&gt; &#60; &#x3c; &amp;amp; AT&T;'],
    ['bidi marks', '\u202Eabc\u202C \u2066x\u2069 \u200F'],
    ['emoji', '🚰👩🏽‍🚒 🏴󠁧󠁢󠁥󠁮󠁧󠁿'],
    ['quotes and tabs', `"'\t»`],
    ['1,600 characters', '&<>å'.repeat(400)],
  ])('keeps a text with %s', (_, text) => {
    const entry = entryOf(
      feed([{ ...alert, texts: [{ language: 'sv', sms: 'x', headline: text, web: text }] }], at(1)),
    );
    expect(textOf(entry, 'title')).toBe(text);
    expect(textOf(entry, 'summary')).toBe(text);
  });

  it('leaves out what is no character in XML', () => {
    const hostile = 'a\u0000b\u0008c\ud800d\udc00e\ufffef\uffff';
    const written = {
      ...alert,
      texts: [{ language: 'sv', sms: hostile, headline: hostile }],
      page: 'https://a.example/?b=<"&c=&copy;&amp;',
    };
    const entry = entryOf(feed([written], at(1)));
    expect(textOf(entry, 'title')).toBe('abcdef');
    expect(links(entry)[1]).toEqual({ rel: 'related', href: 'https://a.example/?b=<"&c=&copy;&amp;' });
  });
});
