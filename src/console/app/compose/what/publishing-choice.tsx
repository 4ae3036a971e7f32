import { useSpeech } from '../../language/language.js';
import { Choices } from '../../shell/choices.js';
import type { Change } from '../form/form-change.js';
import type { ComposeForm } from '../form/form.js';
import { words } from './publishing.words.js';

/** Whether the pages and feeds of the municipality say it too, or say it alone. */
export function PublishingChoice({ form, change }: { form: ComposeForm; change: Change }) {
  const { say } = useSpeech();
  const { isPublic, webOnly, pageLink } = form;
  const tick = (label: string, value: boolean | undefined, onChange: () => void) => (
    <label class="tick">
      <input type="checkbox" checked={value === true} onChange={onChange} />
      <span>{label}</span>
    </label>
  );
  return (
    <>
      <Choices
        legend={say(words.publishing)}
        value={isPublic === undefined ? 'usual' : isPublic ? 'yes' : 'no'}
        choices={[
          { value: 'usual', label: say(words.usual), detail: say(words.usualHow) },
          { value: 'yes', label: say(words.yes), detail: say(words.yesHow) },
          { value: 'no', label: say(words.no), detail: say(words.noHow) },
        ]}
        onChoose={(value) =>
          change({
            isPublic: value === 'usual' ? undefined : value === 'yes',
            ...(value === 'yes' ? {} : { webOnly: undefined, pageLink: undefined }),
          })
        }
      />
      {isPublic === true && (
        <>
          {tick(say(words.pageLink), pageLink, () => change({ pageLink: !pageLink }))}
          {tick(say(words.webOnly), webOnly, () => change({ webOnly: !webOnly }))}
        </>
      )}
    </>
  );
}
