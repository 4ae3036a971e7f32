import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { words as accountsWords } from '../accounts/accounts.words.js';
import { words as areasWords } from '../areas/areas.words.js';
import { words as directoryWords } from '../directory/directory.words.js';
import { seesDirectory } from '../directory/sees-directory.js';
import { HoldBanner } from '../hold/hold-banner.js';
import { useSpeech } from '../language/language.js';
import { Link, useNavigation } from '../navigation/navigation.js';
import { paths } from '../navigation/routes.js';
import { words as meWords } from '../me/me.words.js';
import { words as embedWords } from '../embed/embed.words.js';
import { words as rotaWords } from '../rota/rota.words.js';
import { words as topicsWords } from '../topics/topics.words.js';
import { words as lookWords } from '../look/look.words.js';
import { words as webhooksWords } from '../webhooks/webhooks.words.js';
import { words as templatesWords } from '../templates/templates.words.js';
import { mayI } from '../session/may-i.js';
import { useSession } from '../session/session.js';
import { Mark } from './mark.js';
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
  const onTopics = ['topics', 'topic', 'new-topic'].includes(route.page);
  const onTemplates = ['templates', 'template', 'new-template'].includes(route.page);
  const onBroadcasts = route.page === 'broadcasts' || route.page === 'broadcast';
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
                <Link href={paths.broadcasts} aria-current={onBroadcasts ? 'page' : undefined}>
                  {say(words.broadcasts)}
                </Link>
                {mayI(member, 'broadcast.write') && (
                  <Link href={paths.compose} aria-current={route.page === 'compose' ? 'page' : undefined}>
                    {say(words.compose)}
                  </Link>
                )}
                {mayI(member, 'area.save') && (
                  <Link href={paths.areas} aria-current={route.page === 'areas' ? 'page' : undefined}>
                    {say(areasWords.title)}
                  </Link>
                )}
                {mayI(member, 'rota.read') && (
                  <Link href={paths.rota} aria-current={route.page === 'rota' ? 'page' : undefined}>
                    {say(rotaWords.title)}
                  </Link>
                )}
                {mayI(member, 'topic.read') && (
                  <Link href={paths.topics} aria-current={onTopics ? 'page' : undefined}>
                    {say(topicsWords.title)}
                  </Link>
                )}
                {mayI(member, 'topic.read') && (
                  <Link href={paths.embed} aria-current={route.page === 'embed' ? 'page' : undefined}>
                    {say(embedWords.title)}
                  </Link>
                )}
                {mayI(member, 'template.read') && (
                  <Link href={paths.templates} aria-current={onTemplates ? 'page' : undefined}>
                    {say(templatesWords.title)}
                  </Link>
                )}
                {mayI(member, 'look.write') && (
                  <Link href={paths.look} aria-current={route.page === 'look' ? 'page' : undefined}>
                    {say(lookWords.title)}
                  </Link>
                )}
                {mayI(member, 'webhook.write') && (
                  <Link
                    href={paths.webhooks}
                    aria-current={['webhooks', 'webhook'].includes(route.page) ? 'page' : undefined}
                  >
                    {say(webhooksWords.title)}
                  </Link>
                )}
                {mayI(member, 'role-mapping.write') && (
                  <Link href={paths.accounts} aria-current={route.page === 'accounts' ? 'page' : undefined}>
                    {say(accountsWords.title)}
                  </Link>
                )}
                {seesDirectory(member) && (
                  <Link href={paths.directory} aria-current={route.page === 'directory' ? 'page' : undefined}>
                    {say(directoryWords.title)}
                  </Link>
                )}
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
