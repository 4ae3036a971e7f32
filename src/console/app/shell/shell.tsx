import type { ComponentChildren } from 'preact';
import { words as areasWords } from '../areas/areas.words.js';
import { maySaveAreas } from '../areas/rights.js';
import { words as directoryWords } from '../directory/directory.words.js';
import { maySee } from '../directory/rights.js';
import { useSpeech } from '../language/language.js';
import { Link, useNavigation } from '../navigation/navigation.js';
import { paths } from '../navigation/routes.js';
import { useSession } from '../session/session.js';
import { Mark } from './mark.js';
import { words } from './shell.words.js';

/** What every page stands in: whose console it is, who is signed in, and the ways to the pages. */
export function Shell({ children }: { children: ComponentChildren }) {
  const { say, language, choose } = useSpeech();
  const { member, settings, signOut } = useSession();
  const { route } = useNavigation();
  const onBroadcasts = route.page === 'broadcasts' || route.page === 'broadcast';
  return (
    <>
      <a class="skip" href="#content">
        {say(words.skip)}
      </a>
      <header class="top">
        <div class="top-inner">
          <Link class="brand" href={paths.broadcasts}>
            <Mark />
            <span>
              <span class="brand-name">Budkavle</span>
              {settings && <span class="brand-of">{settings.municipality.name}</span>}
            </span>
          </Link>
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
              <button type="button" class="top-button" onClick={signOut}>
                {say(words.signOut)}
              </button>
            )}
          </div>
        </div>
        {member && (
          <nav class="pages" aria-label={say(words.menu)}>
            <Link href={paths.broadcasts} aria-current={onBroadcasts ? 'page' : undefined}>
              {say(words.broadcasts)}
            </Link>
            <Link href={paths.compose} aria-current={route.page === 'compose' ? 'page' : undefined}>
              {say(words.compose)}
            </Link>
            {maySaveAreas(member) && (
              <Link href={paths.areas} aria-current={route.page === 'areas' ? 'page' : undefined}>
                {say(areasWords.title)}
              </Link>
            )}
            {maySee(member) && (
              <Link href={paths.directory} aria-current={route.page === 'directory' ? 'page' : undefined}>
                {say(directoryWords.title)}
              </Link>
            )}
            <p class="who">{say(words.signedInAs, { name: member.name, department: member.department })}</p>
          </nav>
        )}
      </header>
      <main id="content" tabIndex={-1}>
        {children}
      </main>
    </>
  );
}
