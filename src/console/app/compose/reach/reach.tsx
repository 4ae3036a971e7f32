import type { Preview } from '../../api/answers.js';
import { useSpeech } from '../../language/language.js';
import { FailureNote } from '../../shell/failure-note.js';
import type { Wording } from '../../../../kernel/refusal.js';
import { whoWords } from '../compose.words.js';
import { counted } from '../../contents/counted.words.js';
import { words as followWords } from '../follow-up/follow-up.words.js';
import type { Reached } from './use-reach.js';

const words = {
  reaches: { sv: 'Når {mobiles} och {landlines}', en: 'Reaches {mobiles} and {landlines}' },
  reachesMobiles: { sv: 'Når {mobiles}', en: 'Reaches {mobiles}' },
  at: { sv: 'på {addresses}', en: 'at {addresses}' },
  unreachable: {
    sv: 'På {addresses} nås ingen telefon.',
    en: 'No phone is reached at {addresses}.',
  },
  nobody: { sv: 'Når ingen telefon.', en: 'Reaches no phone.' },
} satisfies Record<string, Wording>;

/** Says how many phones a choice reaches. This line is always visible. */
export function Reach({ reached, onlyNew }: { reached: Reached; onlyNew: boolean }) {
  const { say } = useSpeech();
  const { asked, preview, busy, failure, again } = reached;
  return (
    <div class="reach">
      <div role="status" aria-busy={busy} class={busy ? 'reach-busy' : undefined}>
        {busy && !preview && <p>{say(whoWords.counting)}</p>}
        {preview && <ReachFigure preview={preview} onlyNew={onlyNew} />}
        {!asked && <p>{say(whoWords.nobodyYet)}</p>}
      </div>
      <FailureNote failure={failure} retry={again} />
    </div>
  );
}

interface ReachTextProps {
  preview: Preview;
  /** Leaves out those who have had the message. The address count includes them, so it is not shown. */
  onlyNew: boolean;
}

export function ReachFigure({ preview, onlyNew }: ReachTextProps) {
  const { say, count } = useSpeech();
  const { phones, addresses } = preview;
  const mobiles = count(phones.mobile, counted.mobiles);
  const landlines = count(phones.landline, counted.landlines);
  if (phones.mobile + phones.landline === 0)
    return <p class="reach-figure">{say(onlyNew ? followWords.nobodyNew : words.nobody)}</p>;
  return (
    <p>
      <strong class="reach-figure">
        {say(phones.landline === 0 ? words.reachesMobiles : words.reaches, { mobiles, landlines })}
      </strong>{' '}
      {onlyNew
        ? say(followWords.whoHaveNotHadIt)
        : addresses > 0 && say(words.at, { addresses: count(addresses, counted.addresses) })}
    </p>
  );
}

/** More facts about the reach: who has had the message, and where nobody is reached. */
export function ReachMore({ preview }: { preview: Preview }) {
  const { say, count } = useSpeech();
  const { phones, unreachableAddresses, suppressed } = preview;
  const told = suppressed['already-told'] ?? 0;
  const nobody = phones.mobile + phones.landline === 0;
  return (
    <>
      {told > 0 && <p>{count(told, followWords.haveHadIt)}</p>}
      {!nobody && unreachableAddresses > 0 && (
        <p>{say(words.unreachable, { addresses: count(unreachableAddresses, counted.addresses) })}</p>
      )}
    </>
  );
}
