import { longestHeadline, longestWebText } from '../../../../messages/web-text.js';
import { directionOf, languageWording } from '../../broadcasts/broadcast.words.js';
import { useSpeech } from '../../language/language.js';
import type { TextForm } from '../form/form.js';
import type { FormFault } from '../form/form-faults.js';
import { words } from './publishing.words.js';

type PageParts = Pick<TextForm, 'headline' | 'web'>;

interface PageTextProps {
  /** Of the text: those of its page begin with it. */
  id: string;
  text: TextForm;
  /** Whether it is the only text: then its language is not shown. */
  alone: boolean;
  /** Whether there is no other text: then it can't be left out. */
  required: boolean;
  faultOf: (field: string) => FormFault | undefined;
  onWrite: (parts: PageParts) => void;
}

/** The headline and the longer text of a page in one language, folded away until somebody wants them. */
export function PageText({ id, text, alone, required, faultOf, onWrite }: PageTextProps) {
  const { say } = useSpeech();
  const { language, headline, web } = text;
  const named = say(languageWording(language)).toLowerCase();
  if (!required && headline === undefined && web === undefined)
    return (
      <button
        type="button"
        class="button button-quiet page-text-add"
        onClick={() => {
          onWrite({ headline: '', web: '' });
          setTimeout(() => document.getElementById(`${id}-headline`)?.focus());
        }}
      >
        {say(alone ? words.addPage : words.addPageIn, { language: named })}
      </button>
    );
  return (
    <div class="page-text">
      <PageField
        id={`${id}-headline`}
        label={say(alone ? words.headline : words.headlineIn, { language: named })}
        hint={say(words.headlineHint)}
        most={longestHeadline}
        language={language}
        value={headline ?? ''}
        fault={faultOf(`${id}-headline`)}
        onInput={(written) => onWrite({ headline: written })}
      />
      <PageField
        id={`${id}-web`}
        rows={8}
        label={say(alone ? words.page : words.pageIn, { language: named })}
        hint={say(required ? words.pageHintAlone : words.pageHint)}
        most={longestWebText}
        language={language}
        value={web ?? ''}
        fault={faultOf(`${id}-web`)}
        onInput={(written) => onWrite({ web: written })}
      />
      {!required && (
        <button
          type="button"
          class="button button-plain"
          onClick={() => onWrite({ headline: undefined, web: undefined })}
        >
          {say(alone ? words.removePage : words.removePageIn, { language: named })}
        </button>
      )}
    </div>
  );
}

interface PageFieldProps {
  id: string;
  /** Of a field of several lines; left out for one line. */
  rows?: number;
  label: string;
  hint: string;
  /** Characters, in UTF-16 units. A longer text is told, not cut. */
  most: number;
  language: string;
  value: string;
  fault: FormFault | undefined;
  onInput: (value: string) => void;
}

function PageField({ id, rows, label, hint, most, language, value, fault, onInput }: PageFieldProps) {
  const { say, format } = useSpeech();
  const characters = value.trim().length;
  const common = {
    id,
    lang: language,
    dir: directionOf(language),
    value,
    'aria-invalid': fault ? true : undefined,
    'aria-describedby': `${id}-hint ${fault ? `${id}-fault ` : ''}${id}-count`,
    onInput: (event: { currentTarget: { value: string } }) => onInput(event.currentTarget.value),
  } as const;
  return (
    <div class={fault ? 'field field-fault' : 'field'}>
      <label for={id}>{label}</label>
      <p class="hint" id={`${id}-hint`}>
        {hint}
      </p>
      {fault && (
        <p class="fault" id={`${id}-fault`}>
          {say(fault.wording, fault.values)}
        </p>
      )}
      {rows === undefined ? (
        <input type="text" autocomplete="off" {...common} />
      ) : (
        <textarea rows={rows} {...common} />
      )}
      <p class={characters > most ? 'meter-warning' : 'hint'} id={`${id}-count`}>
        {say(words.characters, { n: format.number(characters), most: format.number(most) })}
      </p>
    </div>
  );
}
