import { useEffect } from 'preact/hooks';
import { languageWording } from '../../broadcasts/broadcast.words.js';
import { counted } from '../../contents/counted.words.js';
import { useSpeech } from '../../language/language.js';
import { Choices } from '../../shell/choices.js';
import type { TextMarks } from '../../../../messages/marked-text.js';
import type { Change } from '../form/form-change.js';
import type { ComposeForm } from '../form/form.js';
import type { Publication } from '../form/publication.js';
import { textCost } from '../form/text-cost.js';
import { whyNotWords, words } from './publishing.words.js';

interface PublishingChoiceProps {
  form: ComposeForm;
  publication: Publication;
  marks: TextMarks;
  change: Change;
}

/** Whether the pages and feeds of the municipality say it too, or say it alone. */
export function PublishingChoice({ form, publication, marks, change }: PublishingChoiceProps) {
  const { say } = useSpeech();
  const { isPublic, webOnly, pageLink } = form;
  const { whyNot, isPublished } = publication;
  // An exercise may become the real thing: then what was chosen still holds.
  const isVoid = (whyNot === 'topic' || whyNot === 'first') && (isPublic || webOnly || pageLink);
  useEffect(() => {
    if (isVoid) change({ isPublic: undefined, webOnly: undefined, pageLink: undefined });
  }, [isVoid]);
  if (whyNot)
    return (
      <p class="note">
        <strong>{say(words.publishing)}.</strong> {say(whyNotWords[whyNot])}
      </p>
    );
  const tick = (label: string, value: boolean | undefined, onChange: () => void) => (
    <label class="tick">
      <input type="checkbox" checked={value === true} onChange={onChange} />
      <span>{label}</span>
    </label>
  );
  return (
    <div class="publishing-choice">
      <Choices
        legend={say(words.publishing)}
        value={isPublic === undefined ? 'usual' : isPublic ? 'yes' : 'no'}
        choices={[
          { value: 'usual', label: say(words.usual), detail: say(usually(form, publication)) },
          { value: 'yes', label: say(words.yes), detail: say(words.yesHow) },
          { value: 'no', label: say(words.no), detail: say(words.noHow) },
        ]}
        onChoose={(value) =>
          change({
            isPublic: value === 'usual' ? undefined : value === 'yes',
            ...(value === 'no' ? { webOnly: undefined, pageLink: undefined } : {}),
          })
        }
      />
      {isPublished === true && (
        <>
          {/* Both need a page, so they settle that there is one. */}
          {!webOnly &&
            tick(say(words.pageLink), pageLink, () => change({ isPublic: true, pageLink: !pageLink }))}
          {!webOnly && pageLink && <LinkCosts form={form} marks={marks} />}
          {tick(say(words.webOnly), webOnly, () =>
            change({ isPublic: true, webOnly: !webOnly, pageLink: undefined }),
          )}
          <div role="status">
            {webOnly && (
              <p class="note">
                <strong>{say(words.nobodysPhone)}</strong> {say(words.nobodysPhoneHow)}
              </p>
            )}
          </div>
        </>
      )}
    </div>
  );
}

/** What "as usual" means for the chosen audience, as far as that is known. */
function usually({ follows, audienceKind }: ComposeForm, { byDefault }: Publication) {
  if (follows) return words.usualFirst;
  if (byDefault === undefined) return words.usualHow;
  if (audienceKind === 'topic') return words.usualTopic;
  return byDefault ? words.usualArea : words.usualFew;
}

/** What the link costs in each language, and how a phone shows the first text with it. */
function LinkCosts({ form: { texts }, marks }: { form: ComposeForm; marks: TextMarks }) {
  const { say, count } = useSpeech();
  const { page: _, ...bare } = marks;
  const written = texts.filter(({ sms }) => sms.trim() !== '');
  const [first] = written;
  if (!first) return null;
  return (
    <div class="link-costs">
      {written.map(({ language, sms }) => {
        const costs = [textCost(sms, { language, ...marks }), textCost(sms, { language, ...bare })] as const;
        const [withLink, without] = costs.map(({ segments }) => count(segments, counted.parts));
        const isFree = costs[0].segments === costs[1].segments;
        const [alone, among] = isFree
          ? [words.linkFree, words.linkFreeIn]
          : [words.linkCosts, words.linkCostsIn];
        return (
          <p key={language}>
            {say(written.length === 1 ? alone : among, {
              language: say(languageWording(language)),
              with: withLink ?? '',
              without: without ?? '',
            })}
          </p>
        );
      })}
      <p class="hint">{say(words.asOnPhone)}</p>
      <blockquote class="bubble" lang={first.language}>
        {textCost(first.sms, { language: first.language, ...marks }).text}
      </blockquote>
    </div>
  );
}
