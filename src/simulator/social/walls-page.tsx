import type { ComponentChildren } from 'preact';
import { Page, When } from '../page.js';
import type { Post, Walls } from './walls.js';

const networkNames = { mastodon: 'Mastodon', facebook: 'Facebook' } as const;

/** What was posted on the networks, newest first, with what replies to it. */
export function wallsPage(walls: Walls) {
  const posts = walls.latest().filter(({ replyTo }) => replyTo === undefined);
  return (
    <Page title="Sociala medier" here="social">
      <h1>Sociala medier</h1>
      <div class="bar">
        <p>Det som kommunens konton har publicerat på låtsas, senaste först.</p>
        <a href="/social">Uppdatera</a>
      </div>
      <div id="flode" data-live="replace">
        {posts.length === 0 && <p class="empty">Inget är publicerat än. Det som publiceras visas här.</p>}
        {posts.map((post) => (
          <article class="phone post">
            <Told post={post} />
            <ol class="replies">
              {walls.repliesTo(post).map((reply) => (
                <li>
                  <Told post={reply} />
                </li>
              ))}
            </ol>
          </article>
        ))}
      </div>
    </Page>
  );
}

function Told({ post }: { post: Post }) {
  const { id, account, at, text, language, earlier } = post;
  return (
    <div id={id}>
      <p class="meta">
        <strong>
          {account.network === 'mastodon' ? `@${account.name}` : account.name.replaceAll('_', ' ')}
        </strong>{' '}
        på {networkNames[account.network]} · <When at={at} />
        {earlier.length > 0 && ' · ändrat'}
      </p>
      <p class="text" lang={language}>
        {linked(text)}
      </p>
    </div>
  );
}

const linked = (text: string): ComponentChildren[] =>
  text.split(/(https?:\/\/\S+)/u).map((part) => (/^https?:/u.test(part) ? <a href={part}>{part}</a> : part));
