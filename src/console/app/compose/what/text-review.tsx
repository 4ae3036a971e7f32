import { directionOf } from '../../broadcasts/broadcast.words.js';
import type { Reviewed } from '../checklist/use-review.js';
import { useSpeech } from '../../language/language.js';
import { piecesOf } from './marks.js';
import { counted, verdictWords, words } from './text-review.words.js';

/** How easy a text is to read, with what is hard marked in it. The marks are also named in words. */
export function TextReview({ reviewed }: { reviewed: Reviewed }) {
  const { say, count } = useSpeech();
  const { text, language, readability, unfilled } = reviewed;
  const { lix, verdict, longSentences, hardWords } = readability;
  const gaps = [...new Set(unfilled.map((gap) => gap.text))];
  const hard = [...new Set(hardWords.map((word) => word.text))];
  const said = [
    gaps.length > 0 && say(words.gaps, { gaps: gaps.join(', ') }),
    hard.length > 0 && say(words.hardWords, { words: hard.join(', ') }),
    longSentences.length > 0 && count(longSentences.length, counted.long),
  ].filter((line) => line !== false);
  return (
    <div class="text-review">
      {verdict !== null && <p>{say(words.verdict, { verdict: say(verdictWords[verdict]), lix })}</p>}
      {said.length > 0 && (
        <details>
          <summary>{said.join(' ')}</summary>
          <p class="marked" lang={language} dir={directionOf(language)}>
            {piecesOf(text.sms, reviewed).map((piece, at) =>
              piece.marks.length === 0 ? (
                piece.text
              ) : (
                <mark key={at} class={piece.marks.map((mark) => `mark-${mark}`).join(' ')}>
                  {piece.text}
                </mark>
              ),
            )}
          </p>
        </details>
      )}
    </div>
  );
}
