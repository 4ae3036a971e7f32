import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { HoldBanner } from '../hold/hold-banner.js';
import { useSpeech } from '../language/language.js';
import { Link, useNavigation } from '../navigation/navigation.js';
import { paths } from '../navigation/routes.js';
import { words as meWords } from '../me/me.words.js';
import { useSession } from '../session/session.js';
import { Mark } from './mark.js';
import { menuFor } from './pages.js';
import { useMedia } from './use-media.js';
import { words } from './shell.words.js';

/** The frame of every page: whose console it is, who is signed in, and links to the pages. */
export function Shell({ children }: { children: ComponentChildren }) {
  const { say, language, choose } = useSpeech();
  const { member, settings, signOut } = useSession();
  const { route } = useNavigation();
  // Without room for one row, the links are behind a button: on a phone, two rows would take a fifth of the screen.
  const wide = useMedia('(min-width: 80rem)');
  const [open, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  useEffect(() => setOpen(false), [route, member]);
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || !open) return;
    setOpen(false);
    opener.current?.focus();
  }
  return (
    <>
      <a class="skip" href="#content">
        {say(words.skip)}
      </a>
      <header class="top" onKeyDown={onKeyDown}>
        <div class="top-inner">
          <Link class="brand" href={paths.broadcasts}>
            <Mark />
            <span>
              <span class="brand-name">Budkavle</span>
              {settings && <span class="brand-of">{settings.municipality.name}</span>}
            </span>
          </Link>
          {member && (
            <button
              ref={opener}
              type="button"
              class="top-button menu-button"
              aria-expanded={open}
              aria-controls="menu"
              onClick={() => setOpen(!open)}
            >
              {say(words.openMenu)}
            </button>
          )}
          <div class={member ? 'menu' : 'menu menu-bare'} id="menu" hidden={member && !wide && !open}>
            {member && (
              <nav class="pages" aria-label={say(words.menu)}>
                {menuFor(member).map(({ title, path, on }) => (
                  <Link key={path} href={path} aria-current={on.includes(route.page) ? 'page' : undefined}>
                    {say(title)}
                  </Link>
                ))}
              </nav>
            )}
            {member && !wide && (
              <p class="who">{say(words.signedInAs, { name: member.name, department: member.department })}</p>
            )}
            <div class="top-tools">
              <button
                type="button"
                class="top-button"
                lang={language === 'sv' ? 'en' : 'sv'}
                onClick={() => choose(language === 'sv' ? 'en' : 'sv')}
              >
                {say(words.otherLanguage)}
              </button>
              {member && (
                <Link
                  class="top-button"
                  href={paths.me}
                  aria-current={route.page === 'me' ? 'page' : undefined}
                >
                  {wide ? (
                    <>
                      <span class="unseen">{say(meWords.title)}: </span>
                      <span class="my-name">{member.name}</span>
                    </>
                  ) : (
                    say(meWords.title)
                  )}
                </Link>
              )}
              {member && (
                <button type="button" class="top-button" onClick={signOut}>
                  {say(words.signOut)}
                </button>
              )}
            </div>
          </div>
        </div>
      </header>
      <main id="content" tabIndex={-1}>
        {member && <HoldBanner />}
        {children}
      </main>
    </>
  );
}
