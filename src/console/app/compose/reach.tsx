import { useEffect, useState } from 'preact/hooks';
import { call, failureIn } from '../api/call.js';
import type { Audience, Channels, Preview } from '../api/contract.js';
import type { Failure } from '../api/failure.js';
import { useSpeech } from '../language/language.js';
import { FailureNote } from '../shell/failure-note.js';
import type { Wording } from '../../../kernel/refusal.js';
import { counted, whoWords } from './compose.words.js';

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

interface ReachProps {
  audience: Audience | undefined;
  channels: Channels;
}

/** How many a choice reaches, counted anew with every change of it. */
export function Reach({ audience, channels }: ReachProps) {
  const { say } = useSpeech();
  const [state, setState] = useState<{ preview?: Preview; failure?: Failure; busy?: boolean }>({});
  const [turn, setTurn] = useState(0);
  const asked = audience && JSON.stringify({ audience, channels });
  useEffect(() => {
    if (!asked) {
      setState({});
      return;
    }
    setState((now) => ({ preview: now.preview, busy: true }));
    const abort = new AbortController();
    const timer = setTimeout(() => {
      const body: unknown = JSON.parse(asked);
      call<Preview>('POST', '/audiences/preview', { body, signal: abort.signal }).then(
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
        {preview && <ReachText preview={preview} />}
        {!audience && <p>{say(whoWords.nobodyYet)}</p>}
      </div>
      <FailureNote failure={failure} retry={() => setTurn(turn + 1)} />
    </div>
  );
}

function ReachText({ preview: { phones, addresses, unreachableAddresses } }: { preview: Preview }) {
  const { say, count } = useSpeech();
  if (phones.mobile + phones.landline === 0) return <p class="reach-figure">{say(words.nobody)}</p>;
  const mobiles = count(phones.mobile, counted.mobiles);
  const landlines = count(phones.landline, counted.landlines);
  return (
    <>
      <p>
        <strong class="reach-figure">
          {say(phones.landline === 0 ? words.reachesMobiles : words.reaches, { mobiles, landlines })}
        </strong>{' '}
        {addresses > 0 && say(words.at, { addresses: count(addresses, counted.addresses) })}
      </p>
      {unreachableAddresses > 0 && (
        <p>{say(words.unreachable, { addresses: count(unreachableAddresses, counted.addresses) })}</p>
      )}
    </>
  );
}
