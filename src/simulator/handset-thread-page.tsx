import { takesReplies, takesTexts } from './addresses.js';
import type { Handset, Written } from './handsets.js';
import type { Received } from './ledger.js';
import { Page, readableNumber, When } from './page.js';
import type { World } from './world.js';

/** Why a reply was not sent, and its text. */
export interface Problem {
  readonly text: string;
  readonly draft: string;
}

const MOST_SHOWN = 200;

type Item = ({ key: string } & Received) | ({ key: string; kind: 'written' } & Written);

/** One phone's thread, newest last, with a form for a reply. */
export function threadPage(handset: Handset, world: World, problem?: Problem) {
  const items: Item[] = [
    ...handset.received.map((entry, index) => ({ key: `r${index}`, ...entry })),
    ...handset.written.map((text, index) => ({ key: `w${index}`, kind: 'written' as const, ...text })),
  ].sort((a, b) => a.at - b.at);
  const shown = items.slice(-MOST_SHOWN);
  const senders = [...new Set(handset.received.map(({ from }) => from).reverse())].filter(takesReplies);
  const name = readableNumber(handset.e164);
  return (
    <Page title={name} here="thread">
      <h1>{name}</h1>
      <div class="bar">
        <p>Inkorg, senaste sist.</p>
        <a href={`/handsets/${handset.e164}`}>Uppdatera</a>
      </div>
      <div class="phone">
        {items.length > shown.length && <p class="empty">De {MOST_SHOWN} senaste visas.</p>}
        {items.length === 0 && <p class="empty">Inget har kommit hit än. Det som kommer visas här.</p>}
        <div role="log" aria-label="Meddelanden och samtal">
          <ol class="thread" id="trad" data-live="add">
            {shown.map((item) => (
              <ThreadItem item={item} handset={handset} world={world} />
            ))}
          </ol>
        </div>
        <div id="senaste" data-live={problem ? undefined : 'replace'}>
          <AnswerForm e164={handset.e164} senders={senders} empty={items.length === 0} problem={problem} />
        </div>
      </div>
    </Page>
  );
}

function ThreadItem({ item, handset, world }: { item: Item; handset: Handset; world: World }) {
  if (item.kind === 'written') {
    return (
      <li id={item.key} class="mine">
        <p class="meta">
          Du till {readableNumber(item.to)} · <When at={item.at} />
        </p>
        <p class="text">{item.text}</p>
      </li>
    );
  }
  const keys = item.kind === 'call' && world.calls.at(item.n)?.keysTo !== undefined;
  return (
    <li id={item.key} class={item.kind}>
      <p class="meta">
        {item.kind === 'call' ? 'Samtal från ' : ''}
        {readableNumber(item.from)} · <When at={item.at} />
      </p>
      <p class="text">{item.text}</p>
      {keys && (
        <form class="keys" method="post" action={`/handsets/${handset.e164}/press`}>
          <input type="hidden" name="call" value={world.mint.sid('CA', item.n)} />
          <button class="quiet" name="digits" value="1">
            Tryck 1, bekräfta
          </button>
          <button class="quiet" name="digits" value="2">
            Tryck 2, hör igen
          </button>
        </form>
      )}
    </li>
  );
}

function AnswerForm(props: {
  e164: string;
  senders: readonly string[];
  empty: boolean;
  problem: Problem | undefined;
}) {
  const { e164, senders, problem } = props;
  if (!takesTexts(e164)) return null;
  if (senders.length === 0) {
    return props.empty ? null : <p class="hint note">Avsändaren är ett namn och tar inte emot svar.</p>;
  }
  return (
    <form class="answer" method="post" action={`/handsets/${e164}/reply`}>
      {senders.length === 1 ? (
        <input type="hidden" name="to" value={senders[0]} />
      ) : (
        <div>
          <label for="to">Svara till</label>
          <select id="to" name="to">
            {senders.map((sender) => (
              <option value={sender}>{readableNumber(sender)}</option>
            ))}
          </select>
        </div>
      )}
      <div>
        <label for="text">
          {senders.length === 1 ? `Svara till ${readableNumber(senders[0]!)}` : 'Svar'}
        </label>
        {problem && (
          <p class="wrong" id="text-wrong" role="alert">
            {problem.text}
          </p>
        )}
        <textarea
          id="text"
          name="text"
          maxLength={1600}
          autocomplete="off"
          aria-invalid={problem ? true : undefined}
          aria-describedby={problem ? 'text-wrong' : undefined}
        >
          {problem?.draft}
        </textarea>
      </div>
      <button type="submit">Svara</button>
    </form>
  );
}
