import type { Wording } from '../../kernel/refusal.js';
import { endingOf } from '../../messages/checklist/points.js';
import type { TemplateContent, TemplateText } from '../template.js';
import { arabic } from './arabic.js';
import { english } from './english.js';
import { finnish } from './finnish.js';
import { northernSami } from './northern-sami.js';
import { shippedPlaceholderNames, shippedPlaceholders } from './placeholders.js';
import { shippedKindList, type ShippedKind } from './shipped-kinds.js';
import type { KindWords, ShippedLanguage } from './shipped-language.js';
import { somali } from './somali.js';
import { swedish } from './swedish.js';

/** A template as the program brings it. */
export interface ShippedTemplate extends TemplateContent {
  readonly slug: string;
}

/** None is marked as reviewed: a named person has to read each, in each municipality. */
const languages: readonly ShippedLanguage[] = [swedish, english, finnish, northernSami, arabic, somali];

type Facts = Omit<ShippedTemplate, 'placeholders' | 'texts'>;
type Write = (words: KindWords, language: ShippedLanguage) => string;

interface Extras {
  readonly linked?: boolean;
  readonly web?: boolean;
}

const sender = '{kommun}';

function template(
  facts: Facts,
  write: (language: ShippedLanguage) => Omit<TemplateText, 'language'>,
): ShippedTemplate {
  const texts = languages.map((language) => ({ language: language.language, ...write(language) }));
  const all = texts.map(({ sms, web = '' }) => sms + web).join('');
  const names = shippedPlaceholderNames.filter((name) => all.includes(`[${name}]`));
  return { ...facts, placeholders: names.map((name) => ({ name, ...shippedPlaceholders[name] })), texts };
}

/** A template of a kind of event: the link and the sender end the SMS, and a call says neither. */
const ofKind = (kind: ShippedKind, facts: Facts, write: Write, { linked, web }: Extras = {}) =>
  template(facts, (language) => {
    const { [kind]: words } = language.kinds;
    const said = write(words, language);
    if (!linked) return { sms: `${said} ${sender}`, ...(web && words.web ? { web: words.web } : {}) };
    return {
      sms: `${said} ${language.readMore} ${sender}`,
      ...(language.readMoreSpoken ? { voice: `${said} ${language.readMoreSpoken}` } : {}),
      ...(web && words.web ? { web: words.web } : {}),
    };
  });

const called = (name: Wording, sv: string, en: string): Wording => ({
  sv: `${name.sv}: ${sv}`,
  en: `${name.en}: ${en}`,
});

const ofKinds = shippedKindList.flatMap(([slug, { name, over, event, lane, linked, exercise = false }]) => {
  const follows = { of: slug, exercise };
  // The points of an all-clear are about water.
  const ended = event ? { event: endingOf(event) } : {};
  return [
    ofKind(slug, { slug, name, ...(event ? { event } : {}), lane, exercise }, ({ start }) => start, {
      linked: linked ?? false,
      web: true,
    }),
    ...(slug === 'planned-shutoff' ? [reminderOf(slug, name)] : []),
    ofKind(
      slug,
      {
        slug: `${slug}-update`,
        name: called(name, 'nytt läge', 'what is new'),
        relation: 'update',
        ...follows,
      },
      ({ about, still }, language) => language.update(about, still),
    ),
    ofKind(
      slug,
      {
        slug: `${slug}-correction`,
        name: called(name, 'rättelse', 'correction'),
        relation: 'correction',
        ...follows,
      },
      ({ about, still }, language) => language.correction(about, still),
    ),
    ofKind(
      slug,
      { slug: `${slug}-all-clear`, name: over, ...ended, relation: 'all-clear', ...follows },
      (words) => words.over,
    ),
  ];
});

function reminderOf(of: ShippedKind, name: Wording): ShippedTemplate {
  const facts: Facts = {
    slug: `${of}-reminder`,
    name: called(name, 'påminnelse', 'reminder'),
    relation: 'update',
    of,
    exercise: false,
  };
  return template(facts, ({ reminder }) => ({ sms: `${reminder} ${sender}` }));
}

const anyFacts: readonly (Pick<Facts, 'name'> & {
  readonly relation: keyof ShippedLanguage['any'];
})[] = [
  { relation: 'update', name: { sv: 'Nytt läge', en: 'What is new' } },
  { relation: 'correction', name: { sv: 'Rättelse', en: 'Correction' } },
  // It may follow what had no checklist.
  { relation: 'all-clear', name: { sv: 'Faran är över', en: 'The danger is over' } },
];

const ofAny = anyFacts.map((facts) =>
  template({ slug: facts.relation, ...facts, exercise: false }, ({ any }) => ({
    sms: `${any[facts.relation]} ${sender}`,
  })),
);

/** In the order of lists: each template, then what follows it. At the end what follows any message. */
export const shippedTemplates: readonly ShippedTemplate[] = [...ofKinds, ...ofAny];
