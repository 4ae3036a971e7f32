import fc from 'fast-check';
import { alert, at, following, idOf, settings, triangle } from '../../../test/support/cap/chains.js';
import { sweden } from '../../../test/support/cap/cap-polygons.js';
import { profileFindings } from '../../../test/support/cap/cap-profile.js';
import { CapSchema, type Element } from '../../../test/support/cap/cap-schema.js';
import { lanes } from '../../kernel/lanes.js';
import { messageLanguages } from '../../kernel/language.js';
import { relations } from '../../kernel/relations.js';
import { eventKinds } from '../../messages/checklist/points.js';
import { assemble, type PublishedBroadcast } from '../bulletin/public-incident.js';
import { chainOf, type CapMessage } from './cap-message.js';
import { capXml } from './cap-xml.js';

const chain = (broadcasts: readonly PublishedBroadcast[]): CapMessage[] =>
  assemble(broadcasts, at(10_000)).flatMap((incident) => chainOf(incident, settings));

const hostile = [
  'Vatten < 5 °C & "kallt" > is ]]> <!-- x --> &amp; &#0; <script>',
  '&amp;#0; &#38;#0; &#x26;lt; &nbsp; &unknown; &',
  '\u202eomvänt\u2066isolerat\u200f',
  'noll\0, \u0007 ring, \u009f, \ufffe, \uffff',
  'emoji 🚱👨‍👩‍👧 och ensam \ud83d surrogat \udc68',
  'x'.repeat(1_600),
  '🚰'.repeat(800),
  'rad\r\nrad\rrad\u2028rad\n\n\n\nstycke\t\ttab',
  ' ',
];

const text = fc.oneof(
  fc.constantFrom(...hostile),
  fc.string({ maxLength: 200 }),
  fc.string({ unit: 'binary' }),
);
const texts = fc
  .uniqueArray(fc.constantFrom(...messageLanguages, 'uk'), { minLength: 1, maxLength: 4 })
  .chain((languages) =>
    fc.tuple(
      ...languages.map((language) =>
        fc.record(
          { language: fc.constant(language), sms: text, headline: text, web: text },
          { requiredKeys: ['language', 'sms'] },
        ),
      ),
    ),
  );
const area = fc.constantFrom(undefined, triangle('Kronan'), triangle('A & B <C>'), {
  name: 'Storgatan',
  streets: ['Storgatan', 'Ågatan'],
  polygons: [],
});
/** Seconds, few, so that several things happen in one. */
const second = fc.integer({ min: 1, max: 40 });
const after = (seconds: number): Date => new Date(at(0).getTime() + seconds * 1_000 + (seconds % 3) * 100);

const broadcast = fc.record({
  texts,
  area,
  lane: fc.constantFrom(...lanes),
  event: fc.option(fc.constantFrom(...eventKinds), { nil: undefined }),
  expires: fc.integer({ min: 1, max: 90 }),
  cancelled: fc.option(second, { nil: undefined }),
});
const family = fc
  .tuple(
    broadcast,
    fc.array(
      fc.record({
        more: broadcast,
        sent: second,
        relation: fc.constantFrom(...relations),
        goesOn: fc.option(fc.boolean(), { nil: undefined }),
      }),
      { maxLength: 6 },
    ),
  )
  .map(([first, others]): PublishedBroadcast[] =>
    [{ more: first, sent: 0, relation: null, goesOn: undefined }, ...others].map(
      ({ more, sent, relation, goesOn }, n) => ({
        ...following(n, { relation, texts: more.texts, lane: more.lane, event: more.event }),
        goesOn: relation === 'correction' ? goesOn : undefined,
        area: relation === null || relation === 'extension' ? more.area : undefined,
        sentAt: after(sent),
        expiresAt: after(sent + more.expires),
        cancelledAt: more.cancelled === undefined ? undefined : after(sent + more.cancelled),
      }),
    ),
  );

/** What was known of an incident at a moment. */
const knownAt = (broadcasts: readonly PublishedBroadcast[], now: Date): PublishedBroadcast[] =>
  broadcasts
    .filter(({ sentAt }) => sentAt <= now)
    .map((one) => (one.cancelledAt && one.cancelledAt > now ? { ...one, cancelledAt: undefined } : one));

/** Milliseconds: the schema's parser starts in a thread of its own. */
const patience = 30_000;

describe('CAP messages as XML', () => {
  let schema: CapSchema;
  beforeAll(() => {
    schema = new CapSchema();
  });
  afterAll(() => schema.close());

  async function read(message: CapMessage): Promise<Element> {
    const { faults, tree } = await schema.check(capXml(message));
    expect(faults).toEqual([]);
    expect(profileFindings(tree!, sweden)).toEqual([]);
    return tree!;
  }
  const textsIn = (tree: Element, name: string): string[] =>
    tree.children
      .filter((one) => one.name === 'info')
      .flatMap(({ children }) => children.filter((one) => one.name === name).map((one) => one.text));

  it(
    'are as the schema and the profile of readers want them, whatever happens to an incident',
    async () => {
      await fc.assert(
        fc.asyncProperty(family, async (broadcasts) => {
          for (const message of chain(broadcasts)) {
            const tree = await read(message);
            expect(textsIn(tree, 'description')).toEqual(message.infos.map(({ description }) => description));
            expect(textsIn(tree, 'headline')).toEqual(message.infos.map(({ headline }) => headline));
          }
        }),
        { numRuns: 20 },
      );
    },
    patience,
  );

  it.each(hostile)('carry the text %j', async (sms) => {
    const [message] = chain([{ ...alert, texts: [{ language: 'sv', sms, headline: sms.slice(0, 120) }] }]);
    const tree = await read(message!);
    const visible = (written: string): string => written.replace(/[^\p{L}\p{N}\p{P}\p{S}]/gu, '');
    expect(textsIn(tree, 'description').map(visible)).toEqual([
      visible(sms) || visible('Vattenavbrott: Kronan.'),
    ]);
  });

  it('name every earlier message of their chain that has not expired; a chain ends with its Cancels', () => {
    fc.assert(
      fc.property(family, (broadcasts) => {
        const messages = chain(broadcasts);
        expect(new Set(messages.map(({ identifier }) => identifier)).size).toBe(messages.length);
        messages.forEach(({ msgType, references, sentAt }, index) => {
          const before = messages.slice(0, index);
          const begins = index === 0 || (before.at(-1)!.msgType === 'Cancel' && msgType !== 'Cancel');
          const earlier = begins ? [] : before.slice(before.findLastIndex((one) => one.msgType === 'Alert'));
          const valid = earlier.filter(({ expiresAt }) => expiresAt > sentAt);
          const named = (valid.length > 0 ? valid : earlier).map(
            ({ sender, identifier, sent }) => `${sender},${identifier},${sent}`,
          );
          expect(msgType === 'Alert').toBe(begins);
          expect(references).toEqual(named);
        });
      }),
    );
  });

  it('stay as they were published, whatever happens later', () => {
    fc.assert(
      fc.property(family, fc.integer({ min: 0, max: 90 }), (broadcasts, seconds) => {
        const now = after(seconds);
        const then = assemble(knownAt(broadcasts, now), now).flatMap((incident) =>
          chainOf(incident, settings),
        );
        const later = chain(broadcasts);
        expect(then.map(capXml)).toEqual(later.slice(0, then.length).map(capXml));
        expect(later.slice(then.length).every(({ sentAt }) => sentAt > now)).toBe(true);
      }),
    );
  });

  it('end with a Cancel exactly if the incident was ended and did not just expire', () => {
    fc.assert(
      fc.property(family, (broadcasts) => {
        const [incident] = assemble(broadcasts, at(10_000));
        const isCancel = chain(broadcasts).at(-1)!.msgType === 'Cancel';
        if (incident!.over!.by === 'all-clear') expect(isCancel).toBe(true);
        if (incident!.messages.every(({ cancelledAt }) => !cancelledAt) && incident!.over!.by === 'expiry')
          expect(isCancel).toBe(false);
      }),
    );
  });

  it('have their id in the schema’s first element', async () => {
    const tree = await read(chain([alert])[0]!);
    expect(tree.children[0]).toMatchObject({ name: 'identifier', text: `urn:uuid:${idOf(0)}` });
  });
});
