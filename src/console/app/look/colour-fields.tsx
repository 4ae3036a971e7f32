import type { CheckedColours } from '../api/answers.js';
import { useSpeech } from '../language/language.js';
import { FieldFrame } from '../shell/field-frame.js';
import {
  allFields,
  faultOf,
  furtherFields,
  isColour,
  modes,
  type ColourField,
  type ColoursFault,
  type Mode,
  type TypedColours,
} from './look-form.js';
import { colourWords, words } from './look.words.js';

interface ColourFieldsProps {
  typed: TypedColours;
  fault: ColoursFault | undefined;
  checked: CheckedColours | undefined;
  change: (typed: TypedColours) => void;
}

/** The colours, with what is wrong with the contrast of each. */
export function ColourFields({ typed, fault, checked, change }: ColourFieldsProps) {
  const { say } = useSpeech();
  const rowsOf = (mode: Mode, fields: readonly ColourField[]) =>
    fields.map((field) => (
      <ColourFieldRow
        key={`${mode}-${field}`}
        mode={mode}
        field={field}
        text={typed[mode][field] ?? ''}
        isMissing={fault === 'both-needed' && mode === 'light' && !typed.light[field]?.trim()}
        checked={checked}
        onInput={(text) => change({ ...typed, [mode]: { ...typed[mode], [field]: text } })}
      />
    ));
  const isUsed = (mode: Mode, fields: readonly ColourField[]): boolean =>
    fields.some((field) => typed[mode][field] || faultOf(checked, mode, field));
  const count = checked?.faults.length ?? 0;
  return (
    <fieldset>
      <legend>{say(words.colours)}</legend>
      <p class="hint">{say(words.coloursHint)}</p>
      <div class="colours">{rowsOf('light', ['accent', 'accentText'])}</div>
      {modes.map((mode) => {
        const fields = mode === 'light' ? furtherFields : allFields;
        return (
          <details key={mode} open={isUsed(mode, fields)}>
            <summary>{say(words[mode])}</summary>
            <div class="colours">{rowsOf(mode, fields)}</div>
          </details>
        );
      })}
      <p role="status" class={checked ? `note${count === 0 ? ' note-done' : ''}` : undefined}>
        {checked && say(count === 0 ? words.allPass : words.someFail)}
      </p>
    </fieldset>
  );
}

interface ColourFieldRowProps {
  mode: Mode;
  field: ColourField;
  text: string;
  /** Whether it is one of the two that must be there. */
  isMissing: boolean;
  checked: CheckedColours | undefined;
  onInput: (text: string) => void;
}

function ColourFieldRow({ mode, field, text, isMissing, checked, onInput }: ColourFieldRowProps) {
  const { say, format } = useSpeech();
  const label = say(colourWords[field]);
  const wrong = faultOf(checked, mode, field);
  const isWhole = isColour(text);
  const said = (): string | undefined => {
    if (text.trim() !== '' && !isWhole) return say(words.notAColour);
    if (isMissing && (field === 'accent' || field === 'accentText')) return say(words.bothNeeded);
    const [first] = wrong?.failed ?? [];
    if (!wrong || !first) return undefined;
    const { hex, ratio, least } = first;
    const contrast = { colour: wrong.colour, hex, ratio: format.number(ratio), least: format.number(least) };
    return `${say(words.contrast, contrast)}${wrong.nearest === undefined ? ` ${say(words.noneNear)}` : ''}`;
  };
  const nearest = wrong?.nearest;
  return (
    <div>
      <FieldFrame label={label} fault={said()}>
        {(ties) => (
          <span class="colour">
            <input
              {...ties}
              type="text"
              autocomplete="off"
              spellcheck={false}
              maxLength={9}
              value={text}
              onInput={(event) => onInput(event.currentTarget.value)}
            />
            <input
              type="color"
              aria-label={say(words.pick, { field: label })}
              value={isWhole ? text.trim().toLowerCase() : (wrong?.colour ?? '#ffffff')}
              onInput={(event) => onInput(event.currentTarget.value)}
            />
          </span>
        )}
      </FieldFrame>
      {nearest !== undefined && (
        <button type="button" class="button button-quiet" onClick={() => onInput(nearest)}>
          {say(words.use, { colour: nearest })}
          <span class="unseen">: {label}</span>
        </button>
      )}
    </div>
  );
}
