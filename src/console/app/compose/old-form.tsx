import { useSpeech } from '../language/language.js';
import { usePartsOf } from './who/chosen-parts.js';
import { words } from './compose.words.js';
import type { ComposeForm } from './form/form.js';
import { StartOver } from './start-over.js';

interface OldFormProps {
  form: ComposeForm;
  onGoOn: () => void;
  onStartOver: () => void;
}

/** Shows that a form was restored from earlier: since when, and for whom. */
export function OldForm({ form, onGoOn, onStartOver }: OldFormProps) {
  const { say, format } = useSpeech();
  const parts = usePartsOf(form);
  const moment = form.begunAt === undefined ? undefined : format.moment(form.begunAt);
  const whom = form.follows ? '' : parts.map(({ name }) => name).join(', ');
  const begun =
    moment === undefined
      ? say(words.begunUnknown)
      : say(whom === '' ? words.begun : words.begunFor, { moment, whom });
  return (
    <div class="note" role="group" aria-labelledby="old-form">
      <p id="old-form">
        <strong>{begun}</strong> {say(words.begunHow)}
      </p>
      <div class="buttons">
        <button type="button" class="button button-quiet" onClick={onGoOn}>
          {say(words.goOn)}
        </button>
        <StartOver hasDraft={form.id !== undefined} onSure={onStartOver} />
      </div>
    </div>
  );
}
