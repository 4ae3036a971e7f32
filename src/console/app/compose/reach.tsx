import { useEffect, useState } from 'preact/hooks';
import { call, failureIn } from '../api/call.js';
import type { Preview } from '../api/contract.js';
import type { Failure } from '../api/failure.js';
import { useSpeech } from '../language/language.js';
import { FailureNote } from '../shell/failure-note.js';
import type { Wording } from '../../../kernel/refusal.js';
import { counted, whoWords } from './compose.words.js';
import { words as followWords } from './follow-up.words.js';
import type { ComposeForm } from './form.js';
import { reachRequest, type ReachRequest } from './reach-request.js';

/** How long a choice must stand before it is counted, in milliseconds. */
const pause = 400;

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

/** How many a choice reaches, counted anew with every change of it. */
export function Reach({ form }: { form: ComposeForm }) {
  const { say } = useSpeech();
  const [state, setState] = useState<{ preview?: Preview; failure?: Failure; busy?: boolean }>({});
  const [turn, setTurn] = useState(0);
  const request = reachRequest(form);
  const asked = request && JSON.stringify(request);
  useEffect(() => {
    if (!asked) {
      setState({});
      return;
    }
    setState((now) => ({ preview: now.preview, busy: true }));
    const abort = new AbortController();
    const timer = setTimeout(() => {
      const { path, body } = JSON.parse(asked) as ReachRequest;
      call<Preview>('POST', path, { body, signal: abort.signal }).then(
        (preview) => setState({ preview }),
        (error: unknown) => {
          if (!abort.signal.aborted) setState({ failure: failureIn(error) });
        },
      );
    }, pause);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [asked, turn]);

  const { preview, failure, busy = false } = state;
  return (
    <div class="reach">
      <div role="status" aria-busy={busy} class={busy ? 'reach-busy' : undefined}>
        {busy && !preview && <p>{say(whoWords.counting)}</p>}
        {preview && <ReachText preview={preview} onlyNew={form.follows !== undefined} />}
        {!request && <p>{say(whoWords.nobodyYet)}</p>}
      </div>
      <FailureNote failure={failure} retry={() => setTurn(turn + 1)} />
    </div>
  );
}

interface ReachTextProps {
  preview: Preview;
  /** Who has had the message is left out: the addresses are then of both, and no figure of what is sent. */
  onlyNew: boolean;
}

export function ReachText({ preview, onlyNew }: ReachTextProps) {
  const { say, count } = useSpeech();
  const { phones, addresses, unreachableAddresses, suppressed } = preview;
  const mobiles = count(phones.mobile, counted.mobiles);
  const landlines = count(phones.landline, counted.landlines);
  const reached = say(phones.landline === 0 ? words.reachesMobiles : words.reaches, { mobiles, landlines });
  const told = suppressed['already-told'] ?? 0;
  const nobody = phones.mobile + phones.landline === 0;
  return (
    <>
      {nobody ? (
        <p class="reach-figure">{say(onlyNew ? followWords.nobodyNew : words.nobody)}</p>
      ) : (
        <p>
          <strong class="reach-figure">{reached}</strong>{' '}
          {onlyNew
            ? say(followWords.whoHaveNotHadIt)
            : addresses > 0 && say(words.at, { addresses: count(addresses, counted.addresses) })}
        </p>
      )}
      {told > 0 && <p>{count(told, followWords.haveHadIt)}</p>}
      {!nobody && unreachableAddresses > 0 && (
        <p>{say(words.unreachable, { addresses: count(unreachableAddresses, counted.addresses) })}</p>
      )}
    </>
  );
}
