import { typedNumber } from './addresses.js';
import type { Handset } from './handsets.js';
import { Page, readableNumber, When } from './page.js';

/** The start page, which explains the simulator. */
export function homePage(count: number) {
  return (
    <Page title="Start" here="home">
      <h1>En teleoperatör på låtsas</h1>
      <p>
        Simulatorn tar emot sms och samtal som Twilio gör, skickar tillbaka undertecknade kvittenser och visar
        vad varje telefon fick. Inget når en riktig telefon.
      </p>
      <p>
        Vill du spela invånare? Ange ett nummer i kommunens webbformulär, öppna samma nummer här och läs koden
        som kom.
      </p>
      <p>
        <a class="go" href="/handsets">
          {count === 0 ? 'Till telefonerna' : `Till telefonerna (${count.toLocaleString('sv-SE')})`}
        </a>
      </p>
      <p>
        <a href="/social">Se vad kommunens konton har publicerat på sociala medier</a>
      </p>
      <h2>För den som bygger och provar</h2>
      <p>
        Twilios REST-gränssnitt ligger under <code>/2010-04-01/Accounts/…</code>. <code>GET /handsets</code>{' '}
        ger samma inkorgar som JSON. <code>POST /faults</code> tar ett felskript som gör nätet sämre,{' '}
        <code>GET /faults</code> visar hur ofta varje regel slog till.
      </p>
    </Page>
  );
}

/** The phones with the latest activity, or those that a search found. */
export function handsetListPage(handsets: readonly Handset[], q: string, count: number) {
  const exact = typedNumber(q);
  return (
    <Page title="Telefoner" here="handsets">
      <h1>Telefoner</h1>
      <form class="search" method="get" action="/handsets" role="search">
        <div>
          <label for="q">Telefonnummer</label>
          <p class="hint" id="q-hint">
            Hela eller en del av det, som <span class="number">070-174 06 05</span>
          </p>
          <input id="q" name="q" type="tel" value={q} aria-describedby="q-hint" autocomplete="off" />
        </div>
        <button type="submit">Sök</button>
      </form>
      <div class="bar">
        <p role="status" id="antal" data-live="replace">
          {summary(handsets.length, q, count)}
        </p>
        <a href={q === '' ? '/handsets' : `/handsets?q=${encodeURIComponent(q)}`}>Uppdatera</a>
      </div>
      <ul class="phones" id="telefoner" data-live="replace">
        {handsets.map((handset) => (
          <Phone handset={handset} />
        ))}
      </ul>
      {exact !== undefined && handsets.length === 0 && (
        <p>
          <a href={`/handsets/${exact}`}>Öppna den tomma inkorgen för {readableNumber(exact)}</a>
        </p>
      )}
    </Page>
  );
}

function summary(shown: number, q: string, count: number): string {
  const phones = (n: number) => `${n.toLocaleString('sv-SE')} ${n === 1 ? 'telefon' : 'telefoner'}`;
  if (q !== '')
    return shown === 0 ? `Ingen telefon med ”${q}” har fått något än.` : `${phones(shown)} passar ”${q}”.`;
  if (count === 0) return 'Ingen telefon har fått något än.';
  return shown < count ? `De ${shown} senaste av ${phones(count)}.` : `${phones(count)}, senaste först.`;
}

function Phone({ handset }: { handset: Handset }) {
  const last = handset.received.at(-1);
  const number = handset.received.length;
  return (
    <li>
      <a href={`/handsets/${handset.e164}`}>{readableNumber(handset.e164)}</a>
      {last && (
        <>
          <p class="last">
            {last.kind === 'call' ? 'Samtal: ' : ''}
            {last.text}
          </p>
          <p class="when">
            <When at={last.at} /> · {number.toLocaleString('sv-SE')} {number === 1 ? 'mottaget' : 'mottagna'}
          </p>
        </>
      )}
    </li>
  );
}

/** An error page. */
export function problemPage(text: string) {
  return (
    <Page title="Det gick inte" here="thread">
      <h1>Det gick inte</h1>
      <p>{text}</p>
      <p>
        <a href="/handsets">Till telefonerna</a>
      </p>
    </Page>
  );
}
