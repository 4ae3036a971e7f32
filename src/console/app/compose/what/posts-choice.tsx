import { fitPost, postText, suggestPost } from '../../../../messages/post-text.js';
import { textFor } from '../../../../messages/per-language.js';
import type { SocialAccount } from '../../api/answers.js';
import { useQuery } from '../../api/use-query.js';
import { directionOf, languageWording } from '../../broadcasts/broadcast.words.js';
import { useSpeech } from '../../language/language.js';
import { useSession } from '../../session/session.js';
import type { Change } from '../form/form-change.js';
import type { ComposeForm, TextForm } from '../form/form.js';
import { words } from './posts.words.js';

interface PostsChoiceProps {
  form: ComposeForm;
  change: Change;
}

/** What social media say of it: a suggestion that the writer may change. Nothing where there are no accounts. */
export function PostsChoice({ form, change }: PostsChoiceProps) {
  const { say } = useSpeech();
  const { data: accounts } = useQuery<SocialAccount[]>('/social-accounts');
  const active = accounts?.filter((account) => account.active);
  if (active?.length === 0) return null;
  const { texts, noPosts } = form;
  const used = texts.filter(
    (text, nth) => active?.some(({ language }) => textFor(texts, language) === text) ?? nth === 0,
  );
  return (
    <fieldset class="choices posts-choice">
      <legend>{say(words.title)}</legend>
      <label class="tick">
        <input
          type="checkbox"
          checked={noPosts !== true}
          onChange={() => change({ noPosts: noPosts ? undefined : true })}
        />
        <span>{say(words.also)}</span>
      </label>
      {!noPosts &&
        used.map((text) => (
          <OnePost
            key={text.language}
            form={form}
            text={text}
            accounts={(active ?? []).filter(({ language }) => textFor(texts, language) === text)}
            change={change}
          />
        ))}
    </fieldset>
  );
}

interface OnePostProps extends PostsChoiceProps {
  text: TextForm;
  /** Those that post this text. */
  accounts: readonly SocialAccount[];
}

function OnePost({ form, text, accounts, change }: OnePostProps) {
  const { say } = useSpeech();
  const { settings } = useSession();
  const { language } = text;
  const { posts = {}, texts, follows } = form;
  const of = { relation: follows?.relation, municipality: settings?.municipality.name ?? '' };
  const said = { ...text, web: text.web?.trim() === '' ? undefined : text.web };
  const suggested = suggestPost(said, of);
  const own = posts[language];
  const id = `post-${language}`;
  const write = (post: string | undefined) =>
    change(({ posts: now = {} }) => {
      const { [language]: _, ...others } = now;
      return { posts: post === undefined ? others : { ...others, [language]: post } };
    });
  return (
    <div class="field">
      <label for={id}>
        {say(texts.length === 1 ? words.post : words.postIn, {
          language: say(languageWording(language)).toLowerCase(),
        })}
      </label>
      <p class="hint" id={`${id}-hint`}>
        {say(own === undefined ? words.suggested : words.own)}
      </p>
      <textarea
        id={id}
        rows={5}
        maxLength={8000}
        lang={language}
        dir={directionOf(language)}
        aria-describedby={`${id}-hint ${id}-counts`}
        value={own ?? suggested}
        onInput={(event) => write(event.currentTarget.value)}
      />
      <ul class="hint post-counts" id={`${id}-counts`}>
        {accounts.map((account) => (
          <Count key={account.id} account={account} text={postText(said, of, own?.trim() || undefined)} />
        ))}
      </ul>
      {own !== undefined && (
        <button type="button" class="button button-plain" onClick={() => write(undefined)}>
          {say(words.asSuggested)}
        </button>
      )}
    </div>
  );
}

/** The length of the link's real address does not matter to Mastodon, and nearly nothing to Facebook. */
const exampleLink = `https://kommun.example/aktuellt/${'0'.repeat(36)}#${'0'.repeat(36)}`;

function Count({ account, text }: { account: SocialAccount; text: string }) {
  const { say, format } = useSpeech();
  const { name, mostCharacters: most, linkCharacters: perLink } = account;
  const { characters, isCut } = fitPost(text, exampleLink, { most, perLink });
  return (
    <li>
      {say(isCut ? words.cut : words.fits, { name, n: format.number(characters), most: format.number(most) })}
    </li>
  );
}
