import { render } from 'preact-render-to-string';
import type { SocialPost } from '../api/answers.js';
import { queryClient } from '../api/query-client.js';
import { Posts } from './posts.js';

jest.mock('../api/use-post-once.js', () => ({ usePostOnce: () => ({ busy: false }) }));

const post: SocialPost = {
  id: '0192',
  account: {
    id: 'a1',
    network: 'mastodon',
    name: '@kommunen@social.example',
    profile: 'https://social.example',
  },
  state: 'posted',
  withdrawal: false,
  isReply: false,
  language: 'sv',
  text: 'Koka vattnet.\n\nhttps://sms.kommun.example/aktuellt/1#1',
  characters: 38,
  mostCharacters: 500,
  isCut: false,
  mayBePosted: false,
  tries: 1,
};

const pageOf = (...posts: Partial<SocialPost>[]) => {
  queryClient.setQueryData(
    ['/broadcasts/b1/posts', undefined, 3],
    posts.map((more) => ({ ...post, ...more })),
  );
  return render(
    <Posts broadcast={{ id: 'b1', isPublic: true, version: 3, planned: 7 }} heading="h2" />,
  ).replace(/\s+/g, ' ');
};

describe('what social media say of a broadcast', () => {
  afterEach(() => queryClient.clear());

  it('is nothing where nothing is posted', () => expect(pageOf()).toBe(''));

  it('is shown before the approval as it will be, with its length', () => {
    const page = pageOf({ state: 'planned', tries: 0, isCut: true });
    expect(page).toContain('Publiceras när utskicket går ut.');
    expect(page).toContain('38 av 500 tecken');
    expect(page).toContain('texten kortas');
    expect(page).not.toContain('Kopiera texten');
  });

  it('links to the post once it is there', () => {
    const page = pageOf({ url: 'https://social.example/1' });
    expect(page).toContain('href="https://social.example/1"');
    expect(page).not.toContain('Kopiera texten');
  });

  it('can be copied when it was given up, and says why', () => {
    const page = pageOf({ state: 'failed', reason: 'token-refused' });
    expect(page).toContain('Inte publicerat. Nätverket godtar inte kontots nyckel.');
    expect(page).toContain('Kopiera texten');
    expect(page).toContain('Låt länken vara kvar.');
  });

  it('can be copied while it is tried again, and says when that is', () => {
    const page = pageOf({ state: 'waiting', reason: 'status', nextTryAt: '2026-11-30T12:00:00Z' });
    expect(page).toMatch(/Gick inte än. Nytt försök .*inte som väntat \(status\)/u);
    expect(page).toContain('Kopiera texten');
  });

  it('warns against posting by hand what may be there already', () =>
    expect(pageOf({ state: 'failed', reason: 'timeout', mayBePosted: true })).toContain(
      'Titta på kontot innan du publicerar texten själv.',
    ));
});
