import type { ComponentChildren } from 'preact';
import type { InterfaceLanguage } from '../../kernel/language.js';
import type { Brand } from '../../platform/brand/brand.js';
import { Logo } from './logo.js';
import { markAsIcon } from './mark.js';
import { pagePaths, type PageName } from './page-paths.js';
import { frameWords } from './frame.words.js';

export interface FrameProps {
  readonly language: InterfaceLanguage;
  readonly municipality: string;
  readonly brand: Brand['parts'];
  readonly stylesheet: string;
  /** Which page this is; undefined for a page without its own address, such as "no such page". */
  readonly page?: PageName;
  readonly title: string;
  /** When true, the title begins with "error", so that a screen reader says it first. */
  readonly hasFaults?: boolean;
  /** Whether the page shows one visitor's data. */
  readonly personal?: boolean;
  /** Whether search engines leave the page out. Personal pages always are. */
  readonly unlisted?: boolean;
  /** The path in the other language, if the name of the page does not tell it. */
  readonly otherPath?: string;
  /** What the page adds to its head. */
  readonly head?: ComponentChildren;
  readonly children: ComponentChildren;
}

const menu = ['start', 'news', 'topics', 'ownTopics', 'ownAddresses', 'contact'] as const;

/** Pages below a page of the menu. */
const under: Partial<Record<PageName, (typeof menu)[number]>> = {
  incident: 'news',
  concern: 'news',
  done: 'topics',
  addAddress: 'ownAddresses',
  confirmAddress: 'ownAddresses',
  objection: 'ownAddresses',
  checkNumber: 'ownAddresses',
};
const otherLanguages = { sv: 'en', en: 'sv' } as const;

/** The frame of every public page. It names the sender at the top and the bottom. */
export function Frame(props: FrameProps) {
  const {
    language,
    municipality,
    brand,
    stylesheet,
    page,
    title,
    hasFaults,
    personal,
    unlisted,
    otherPath,
    head,
    children,
  } = props;
  const words = frameWords[language];
  const fullTitle = `${hasFaults ? `${words.errorTitle}: ` : ''}${title} – ${words.service}, ${municipality}`;
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <title>{fullTitle}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="format-detection" content="telephone=no" />
        {(personal || unlisted) && <meta name="robots" content="noindex" />}
        <link rel="stylesheet" href={stylesheet} />
        <link rel="icon" href={brand.icon?.href ?? markAsIcon(brand.tokens.light)} />
        <link rel="alternate" type="application/atom+xml" href="/feeds/alerts.atom" title={words.feed} />
        {head}
      </head>
      <body>
        <a class="skip" href="#main">
          {words.skip}
        </a>
        <header class="masthead">
          <div class="measure masthead-row">
            <a class="brand" href={pagePaths.start[language]}>
              <Logo brand={brand} municipality={municipality} service={words.service} />
            </a>
            <LanguageSwitch language={language} page={page} otherPath={otherPath} />
          </div>
        </header>
        <nav class="menu" aria-label={words.menu}>
          <ul class="measure">
            {menu.map((name) => (
              <li key={name}>
                <a href={pagePaths[name][language]} aria-current={isUnder(page, name) ? 'page' : undefined}>
                  {words.nav[name]}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <main id="main" tabIndex={-1}>
          {children}
        </main>
        <Footer language={language} municipality={municipality} links={brand.footer} />
      </body>
    </html>
  );
}

const isUnder = (page: PageName | undefined, name: PageName): boolean =>
  page === name || (page !== undefined && under[page] === name);

function LanguageSwitch({
  language,
  page = 'start',
  otherPath,
}: Pick<FrameProps, 'language' | 'page' | 'otherPath'>) {
  const other = otherLanguages[language];
  return (
    <a class="language" href={otherPath ?? pagePaths[page][other]} lang={other} hreflang={other}>
      {frameWords[language].otherLanguage}
    </a>
  );
}

function Footer({
  language,
  municipality,
  links,
}: Pick<FrameProps, 'language' | 'municipality'> & { readonly links: Brand['parts']['footer'] }) {
  const words = frameWords[language];
  return (
    <footer class="foot">
      <div class="measure foot-row">
        <p>{words.footer(municipality)}</p>
        <nav aria-label={words.footerNav}>
          <ul>
            {(['accessibility', 'privacy', 'contact'] as const).map((name) => (
              <li key={name}>
                <a href={pagePaths[name][language]}>{words[name]}</a>
              </li>
            ))}
            {links.map(({ text, url }) => (
              <li key={url}>
                <a href={url}>{text[language]}</a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </footer>
  );
}
