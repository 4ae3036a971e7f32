import type { InterfaceLanguage } from '../../kernel/language.js';
import { PostForm } from '../page/form-parts.js';
import { pagePaths } from '../page/page-paths.js';
import { addressWords } from './addresses.words.js';

interface ObjectionPageProps {
  readonly language: InterfaceLanguage;
  readonly objected: boolean;
  /** Formatted for display. */
  readonly number: string;
}

/** Explains what an objection to alerts means, and how to withdraw it. */
export function ObjectionPage({ language, objected, number }: ObjectionPageProps) {
  const words = addressWords[language].objection;
  return (
    <div class="measure page page-narrow">
      <h1>{objected ? words.objectedTitle : words.title}</h1>
      <p class="lead">{objected ? words.objectedLead(number) : words.lead(number)}</p>
      <p class="notice">{words.warning}</p>
      <p>{words.topics}</p>
      <PostForm action={pagePaths.objection[language]}>
        <input type="hidden" name="objects" value={objected ? 'no' : 'yes'} />
        <p class="actions">
          <button class={objected ? 'button' : 'button button-stop'} type="submit">
            {objected ? words.withdraw : words.submit}
          </button>
          <a class="button button-quiet" href={pagePaths.ownAddresses[language]}>
            {objected ? addressWords[language].form.back : words.keep}
          </a>
        </p>
      </PostForm>
    </div>
  );
}
