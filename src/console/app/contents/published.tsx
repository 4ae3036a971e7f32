import { useState } from 'preact/hooks';
import { unmarkText } from '../../../messages/marked-text.js';
import type { Broadcast, Place, Shape } from '../api/answers.js';
import { directionOf, languageWording } from '../broadcasts/broadcast.words.js';
import { useSpeech } from '../language/language.js';
import { LoadedMap } from '../map/collapsible-map.js';
import { SeenToEnd } from '../opened/opened.js';
import { useSession } from '../session/session.js';
import { words } from './publishing.words.js';

const nowhere: readonly Place[] = [];
const loadShowMap = () => import('../map/show-map.js');

interface PublishedProps {
  broadcast: Broadcast;
  heading: 'h2' | 'h3';
}

/** What readers of the municipality's pages and feeds see: the texts of the page, where, and its address. */
export function Published({ broadcast, heading: Heading }: PublishedProps) {
  const { say } = useSpeech();
  const { settings } = useSession();
  const { isPublic, webOnly, texts, pageAddress } = broadcast;
  if (!isPublic) return null;
  const municipality = settings?.municipality.name ?? '';
  return (
    <section aria-labelledby="published-title" class="card published">
      <Heading id="published-title">{say(words.title)}</Heading>
      {webOnly && (
        <p class="note">
          <strong>{say(words.nobodysPhone)}</strong> {say(words.nobodysPhoneHow)}
        </p>
      )}
      {texts.map(({ language, sms, headline, web }) => (
        <div key={language} class="published-text">
          <p class="hint">
            {say(languageWording(language))}
            {web === undefined && ` – ${say(words.asSms)}`}
          </p>
          <div class="written" lang={language} dir={directionOf(language)}>
            {headline !== undefined && <strong class="published-headline">{headline}</strong>}
            {web ?? unmarkText(sms, language, municipality)}
          </div>
          {headline === undefined && <p class="hint">{say(words.noHeadline)}</p>}
        </div>
      ))}
      <Where broadcast={broadcast} />
      {pageAddress !== undefined && (
        <p>
          {say(words.address)} <span class="page-link">{pageAddress}</span>
        </p>
      )}
      <SeenToEnd what="web" />
    </section>
  );
}

function Where({ broadcast: { kind, follows, publishedArea } }: Pick<PublishedProps, 'broadcast'>) {
  const { say } = useSpeech();
  if (!publishedArea) return kind === 'alert' && follows ? <p>{say(words.placesOfFirst)}</p> : null;
  const { name, streets, polygons } = publishedArea;
  return (
    <>
      <p>
        {say(words.where)} <strong>{name}</strong>
        {streets.length > 0 && <> ({streets.join(', ')})</>}
      </p>
      {polygons.length > 0 ? <PolygonsOnMap polygons={polygons} /> : <p>{say(words.onlyInWords)}</p>}
    </>
  );
}

function PolygonsOnMap({ polygons }: Pick<NonNullable<Broadcast['publishedArea']>, 'polygons'>) {
  const { say } = useSpeech();
  const [open, setOpen] = useState(false);
  const shape = {
    type: 'MultiPolygon',
    coordinates: polygons.map(({ coordinates }) => coordinates),
  } as Shape;
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{say(words.onMap)}</summary>
      {open && (
        <LoadedMap load={loadShowMap}>
          {({ ShowMap }) => <ShowMap places={nowhere} shape={shape} label={words.onMap} />}
        </LoadedMap>
      )}
    </details>
  );
}

/** The way to the page of what has gone out. */
export function ToPage({ broadcast: { id, follows, isPublic } }: Pick<PublishedProps, 'broadcast'>) {
  const { say } = useSpeech();
  const { settings } = useSession();
  if (!isPublic) return null;
  const address = `${settings?.publicUrl ?? ''}/aktuellt/${follows?.root ?? id}`;
  return (
    <p class="screen-only">
      <a class="button button-quiet" href={address} target="_blank" rel="noreferrer">
        {say(words.showPage)}
      </a>
    </p>
  );
}
