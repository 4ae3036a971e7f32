import type { Wording } from '../../kernel/refusal.js';
import { endingOf } from '../../messages/checklist/points.js';
import type { TemplateContent, TemplateText } from '../template.js';
import { arabic } from './arabic.js';
import { english } from './english.js';
import { finnish } from './finnish.js';
import { northernSami } from './northern-sami.js';
import { shippedPlaceholderNames, shippedPlaceholders } from './placeholders.js';
import { shippedKindList, type ShippedKind } from './shipped-kinds.js';
import type { ShippedHeadlines } from './shipped-headlines.js';
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

/** The headline, where a language has one. */
type Title = (headlines: ShippedHeadlines, words: KindWords) => string | undefined;

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
  const all = texts.map(({ sms, headline = '', web = '' }) => sms + headline + web).join('');
  const names = shippedPlaceholderNames.filter((name) => all.includes(`[${name}]`));
  return { ...facts, placeholders: names.map((name) => ({ name, ...shippedPlaceholders[name] })), texts };
}

/** A template of a kind of event: the link and the sender end the SMS, and a call says neither. */
const ofKind = (kind: ShippedKind, facts: Facts, write: Write, title: Title, { linked, web }: Extras = {}) =>
  template(facts, (language) => {
    const { [kind]: words } = language.kinds;
    const said = write(words, language);
    // An exercise is never published.
    const headline = facts.exercise ? undefined : titleIn(language, (headlines) => title(headlines, words));
    const page = { ...headline, ...(web && words.web ? { web: words.web } : {}) };
    if (!linked) return { sms: `${said} ${sender}`, ...page };
    return {
      sms: `${said} ${language.readMore} ${sender}`,
      ...(language.readMoreSpoken ? { voice: `${said} ${language.readMoreSpoken}` } : {}),
      ...page,
    };
  });

function titleIn(
  { headlines }: ShippedLanguage,
  title: (headlines: ShippedHeadlines) => string | undefined,
): Pick<TemplateText, 'headline'> {
  const headline = headlines && title(headlines);
  return headline === undefined ? {} : { headline };
}

const called = (name: Wording, sv: string, en: string): Wording => ({
  sv: `${name.sv}: ${sv}`,
  en: `${name.en}: ${en}`,
});

const ofKinds = shippedKindList.flatMap(([slug, { name, over, event, lane, linked, exercise = false }]) => {
  const follows = { of: slug, exercise };
  // The points of an all-clear are about water.
  const ended = event ? { event: endingOf(event) } : {};
  return [
    ofKind(
      slug,
      { slug, name, ...(event ? { event } : {}), lane, exercise },
      ({ start }) => start,
      (headlines) => headlines.start[slug],
      { linked: linked ?? false, web: true },
    ),
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
      (headlines, { about }) => headlines.update(about),
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
      (headlines, { about }) => headlines.correction(about),
    ),
    ofKind(
      slug,
      { slug: `${slug}-all-clear`, name: over, ...ended, relation: 'all-clear', ...follows },
      (words) => words.over,
      (headlines) => headlines.over[slug],
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
  return template(facts, (language) => ({
    sms: `${language.reminder} ${sender}`,
    ...titleIn(language, (headlines) => headlines.reminder),
  }));
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
  template({ slug: facts.relation, ...facts, exercise: false }, (language) => ({
    sms: `${language.any[facts.relation]} ${sender}`,
    ...titleIn(language, (headlines) => headlines.any[facts.relation]),
  })),
);

/** In the order of lists: each template, then what follows it. At the end what follows any message. */
export const shippedTemplates: readonly ShippedTemplate[] = [...ofKinds, ...ofAny];
