import type { Wording } from '../../../../kernel/refusal.js';
import { useSpeech } from '../../language/language.js';
import type { Change } from '../form/form-change.js';
import type { ComposeForm } from '../form/form.js';

const words = {
  title: {
    sv: 'Det här finns inte längre i registret, och följde inte med',
    en: 'This is no longer in the register, and was not carried over',
  },
  wasMeant: {
    sv: '{name} var med. De som finns där nås inte härifrån.',
    en: '{name} was included. Who is there is not reached by this.',
  },
  wasLeftOut: {
    sv: '{name} var undantagen. De som finns där kan nås nu.',
    en: '{name} was left out. Who is there may be reached now.',
  },
  nameless: { sv: 'En plats som inte har något namn kvar', en: 'A place whose name is lost' },
  how: {
    sv: 'Välj eller undanta på nytt det som behövs. Bekräfta sedan att resten ska vara som det är.',
    en: 'Choose or leave out again what is needed. Then confirm the rest.',
  },
  confirm: { sv: 'Ja, området ska vara som det är nu', en: 'Yes, the area is to be as it is now' },
} satisfies Record<string, Wording>;

/** The parts of an area that no longer exist. The user must confirm before going on. */
export function LostParts({ form: { lost = [] }, change }: { form: ComposeForm; change: Change }) {
  const { say } = useSpeech();
  if (lost.length === 0) return null;
  return (
    <div class="note" id="lost" tabIndex={-1} role="group" aria-labelledby="lost-title">
      <p id="lost-title">
        <strong>{say(words.title)}</strong>
      </p>
      <ul>
        {lost.map(({ id, name = say(words.nameless), leftOut }) => (
          <li key={`${id}-${String(leftOut)}`}>
            {say(leftOut ? words.wasLeftOut : words.wasMeant, { name })}
          </li>
        ))}
      </ul>
      <p>{say(words.how)}</p>
      <button
        type="button"
        class="button button-quiet"
        onClick={() => {
          change({ lost: undefined });
          // The button is gone: the focus must move to something nearby.
          document.getElementById('audience')?.focus();
        }}
      >
        {say(words.confirm)}
      </button>
    </div>
  );
}
