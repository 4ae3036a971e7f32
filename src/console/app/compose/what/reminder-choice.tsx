import { useEffect } from 'preact/hooks';
import type { Template } from '../../api/answers.js';
import { useQuery } from '../../api/use-query.js';
import { directionOf, languageWording } from '../../broadcasts/broadcast.words.js';
import { useSpeech } from '../../language/language.js';
import { useSession } from '../../session/session.js';
import type { Change } from '../form/form-change.js';
import { marksOf, type ComposeForm, type ReminderForm } from '../form/form.js';
import type { FormFault } from '../form/form-faults.js';
import { reminderField, reminderOf } from '../form/reminder.js';
import { startOf } from '../form/start.js';
import { followUpOf } from '../form/templates.js';
import { activeTemplates } from './active-templates.js';
import { words } from './reminder.words.js';
import { TextMeter } from './text-meter.js';

interface ReminderChoiceProps {
  form: ComposeForm;
  change: Change;
  faults: readonly FormFault[];
  municipality: string;
}

/** For a planned shutoff: whether people are reminded the evening before, and what the reminder says. */
export function ReminderChoice({ form, change, faults, municipality }: ReminderChoiceProps) {
  const { say, format } = useSpeech();
  const { settings } = useSession();
  const { data } = useQuery<readonly Template[]>(activeTemplates);
  const template = data && followUpOf(data, 'update', form.filled?.slug);
  const { reminder } = form;
  const begun: ReminderForm = { ...reminder, ...(template ? { template } : {}) };
  const due = reminderOf({ ...form, reminder: begun }, municipality, new Date());
  // Kept as it is shown: it stays when a text is written by hand, or the page is left.
  const shown: ReminderForm = { ...begun, ...due };
  const differs = reminder && due && JSON.stringify(shown) !== JSON.stringify(reminder);
  useEffect(() => {
    if (differs) change({ reminder: shown });
  }, [differs, shown]);
  const startsAt = due && startOf(due);
  if (!due || !startsAt) return null;
  return (
    <fieldset class="reminder-choice">
      <legend class="unseen">{say(words.remind)}</legend>
      <label class="tick">
        <input
          type="checkbox"
          checked={Boolean(reminder)}
          aria-describedby="remind-hint"
          onChange={() => change({ reminder: reminder ? null : shown })}
        />
        <span>
          {say(words.remind)}
          <span class="hint" id="remind-hint">
            {say(words.remindHow, { moment: format.moment(startsAt.toISOString()) })}
          </span>
        </span>
      </label>
      {reminder &&
        due.texts.map(({ language, sms }) => (
          <ReminderText
            key={language}
            language={language}
            sms={sms}
            alone={due.texts.length === 1}
            marks={marksOf(form, municipality, settings?.publicUrl)}
            fault={faults.find(({ field }) => field === reminderField(language))}
            onWrite={(written) =>
              change({
                reminder: { ...shown, own: { ...shown.own, [language]: { language, sms: written } } },
              })
            }
          />
        ))}
    </fieldset>
  );
}

interface ReminderTextProps {
  language: string;
  sms: string;
  /** Whether it is the only text: then its language is not shown. */
  alone: boolean;
  marks: ReturnType<typeof marksOf>;
  fault: FormFault | undefined;
  onWrite: (sms: string) => void;
}

function ReminderText({ language, sms, alone, marks, fault, onWrite }: ReminderTextProps) {
  const { say } = useSpeech();
  const id = reminderField(language);
  const named = say(languageWording(language)).toLowerCase();
  return (
    <div class={fault ? 'field field-fault' : 'field'}>
      <label for={id}>{alone ? say(words.text) : say(words.textIn, { language: named })}</label>
      {fault && (
        <p class="fault" id={`${id}-fault`}>
          {say(fault.wording, fault.values)}
        </p>
      )}
      <textarea
        id={id}
        rows={4}
        lang={language}
        dir={directionOf(language)}
        value={sms}
        aria-invalid={fault ? true : undefined}
        aria-describedby={`${fault ? `${id}-fault ` : ''}${id}-meter`}
        onInput={(event) => onWrite(event.currentTarget.value)}
      />
      <TextMeter id={`${id}-meter`} written={sms} purpose={{ language, ...marks }} />
    </div>
  );
}
