import type { Template } from '../api/answers.js';
import { languageWording } from '../broadcasts/broadcast.words.js';
import { useSpeech } from '../language/language.js';
import { words } from './templates.words.js';

/** What somebody should know before using or changing a template. */
export function TemplateBadges({ template }: { template: Template }) {
  const { say } = useSpeech();
  const { exercise, changed, newerShipped, shipped, texts } = template;
  const unread = texts.filter(({ reviewed }) => !reviewed);
  const languages = unread.map(({ language }) => say(languageWording(language)).toLowerCase()).join(', ');
  return (
    <span class="badges">
      {exercise && <span class="badge badge-exercise">{say(words.exercise)}</span>}
      {!shipped && <span class="badge badge-state">{say(words.own)}</span>}
      {changed && <span class="badge badge-state">{say(words.changed)}</span>}
      {newerShipped && <span class="badge badge-returned">{say(words.newerShipped)}</span>}
      <span class={unread.length > 0 ? 'badge badge-returned badge-long' : 'badge badge-completed'}>
        {unread.length === 0
          ? say(words.allReviewed)
          : unread.length === texts.length
            ? say(words.noneReviewed)
            : say(words.unreviewed, { languages })}
      </span>
    </span>
  );
}
