import { useSpeech } from '../../language/language.js';
import { smsOf, type ChosenTemplate } from '../form/chosen-template.js';
import { gapsIn } from '../form/templates.js';
import { templateWords } from './template.words.js';

interface PutInGapsProps {
  template: ChosenTemplate;
  /** The language that is translated from. */
  first: string;
  /** The translation so far, with its placeholders. */
  written: string;
  textarea: string;
  onWrite: (text: string) => void;
}

/** Buttons that put the template's placeholders into a translation, where the cursor is. Those that it has are left out. */
export function PutInGaps({ template, first, written, textarea, onWrite }: PutInGapsProps) {
  const { say } = useSpeech();
  const has = new Set(gapsIn(written));
  const missing = gapsIn(smsOf(template, first) ?? '').filter((name) => !has.has(name));
  function putIn(name: string): void {
    const field = document.getElementById(textarea) as HTMLTextAreaElement | null;
    const at = field && field.value === written ? field.selectionStart : written.length;
    const gap = `[${name}]`;
    onWrite(written.slice(0, at) + gap + written.slice(at));
    setTimeout(() => {
      field?.focus();
      field?.setSelectionRange(at + gap.length, at + gap.length);
    });
  }
  return (
    <>
      <p class="hint">{say(templateWords.translateHint)}</p>
      {missing.length > 0 && (
        <div class="buttons">
          {missing.map((name) => (
            <button key={name} type="button" class="button button-quiet" onClick={() => putIn(name)}>
              {say(templateWords.putIn, { gap: `[${name}]` })}
            </button>
          ))}
        </div>
      )}
    </>
  );
}
