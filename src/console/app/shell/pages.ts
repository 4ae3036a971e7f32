import type { Right } from '../../../staff/rights.js';
import type { Wording } from '../../../kernel/refusal.js';
import type { SignedIn } from '../api/answers.js';
import { words as accountsWords } from '../accounts/accounts.words.js';
import { words as areasWords } from '../areas/areas.words.js';
import { words as directoryWords } from '../directory/directory.words.js';
import { seesDirectory } from '../directory/sees-directory.js';
import { words as embedWords } from '../embed/embed.words.js';
import { words as lookWords } from '../look/look.words.js';
import { paths, type Route } from '../navigation/routes.js';
import { words as rotaWords } from '../rota/rota.words.js';
import { mayI } from '../session/may-i.js';
import { words as settingsWords } from '../settings/settings.words.js';
import { words as socialWords } from '../social/social.words.js';
import { words as templatesWords } from '../templates/templates.words.js';
import { words as topicsWords } from '../topics/topics.words.js';
import { words as webhooksWords } from '../webhooks/webhooks.words.js';
import { words } from './shell.words.js';

type Reader = Pick<SignedIn, 'may'> | undefined;

/** A page of the menu, or of the page of settings. */
export interface PageLink {
  readonly title: Wording;
  readonly path: string;
  /** The routes on which it is the current page. */
  readonly on: readonly Route['page'][];
}

interface ForSome extends PageLink {
  readonly isFor: (reader: Reader) => boolean;
}

const whoMay =
  (right: Right) =>
  (reader: Reader): boolean =>
    mayI(reader, right);

/** What is set once and then left alone. */
const settings: readonly ForSome[] = [
  { title: embedWords.title, path: paths.embed, on: ['embed'], isFor: whoMay('topic.read') },
  { title: lookWords.title, path: paths.look, on: ['look'], isFor: whoMay('look.write') },
  { title: socialWords.title, path: paths.social, on: ['social'], isFor: whoMay('social.write') },
  {
    title: webhooksWords.title,
    path: paths.webhooks,
    on: ['webhooks', 'webhook'],
    isFor: whoMay('webhook.write'),
  },
  { title: accountsWords.title, path: paths.accounts, on: ['accounts'], isFor: whoMay('role-mapping.write') },
];

/** What is used in daily work, in the order of the menu. */
const daily: readonly ForSome[] = [
  {
    title: words.broadcasts,
    path: paths.broadcasts,
    on: ['broadcasts', 'broadcast'],
    isFor: () => true,
  },
  { title: words.compose, path: paths.compose, on: ['compose'], isFor: whoMay('broadcast.write') },
  { title: areasWords.title, path: paths.areas, on: ['areas'], isFor: whoMay('area.save') },
  { title: rotaWords.title, path: paths.rota, on: ['rota'], isFor: whoMay('rota.read') },
  {
    title: topicsWords.title,
    path: paths.topics,
    on: ['topics', 'topic', 'new-topic'],
    isFor: whoMay('topic.read'),
  },
  {
    title: templatesWords.title,
    path: paths.templates,
    on: ['templates', 'template', 'new-template'],
    isFor: whoMay('template.read'),
  },
  { title: directoryWords.title, path: paths.directory, on: ['directory'], isFor: seesDirectory },
];

export const settingsFor = (reader: Reader): readonly PageLink[] =>
  settings.filter(({ isFor }) => isFor(reader));

/** The menu: settings are behind one link, so that it fits in one row. */
export function menuFor(reader: Reader): readonly PageLink[] {
  const own = settingsFor(reader);
  const all: PageLink = {
    title: settingsWords.title,
    path: paths.settings,
    on: ['settings', ...own.flatMap(({ on }) => on)],
  };
  return [...daily.filter(({ isFor }) => isFor(reader)), ...(own.length > 0 ? [all] : [])];
}
