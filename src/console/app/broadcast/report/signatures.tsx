import type { Wording } from '../../../../kernel/refusal.js';
import type { Broadcast } from '../../api/answers.js';
import { useSpeech } from '../../language/language.js';
import { useSession } from '../../session/session.js';

const words = {
  printed: {
    sv: 'Utskrivet {moment} av {name}. Utskickets nummer: {id}',
    en: 'Printed {moment} by {name}. Number of the broadcast: {id}',
  },
  signature: { sv: 'Underskrift', en: 'Signature' },
  clear: { sv: 'Namnförtydligande', en: 'Name in print' },
  place: { sv: 'Ort och datum', en: 'Place and date' },
  title: { sv: 'Funktion', en: 'Position' },
  print: { sv: 'Skriv ut rapporten', en: 'Print the report' },
} satisfies Record<string, Wording>;

/** Only on paper: when it was printed and by whom, and lines for signatures. */
export function Signatures({ broadcast: { id } }: { broadcast: Pick<Broadcast, 'id'> }) {
  const { say, format } = useSpeech();
  const { member } = useSession();
  return (
    <div class="signatures print-only">
      <p>
        {say(words.printed, {
          moment: format.stamp(new Date().toISOString()),
          name: member?.name ?? '',
          id,
        })}
      </p>
      <dl>
        {[words.signature, words.clear, words.place, words.title].map((wording) => (
          <div key={wording.en}>
            <dt>{say(wording)}</dt>
            <dd />
          </div>
        ))}
      </dl>
    </div>
  );
}

export function PrintButton() {
  const { say } = useSpeech();
  return (
    <button type="button" class="button button-quiet" onClick={() => window.print()}>
      {say(words.print)}
    </button>
  );
}
