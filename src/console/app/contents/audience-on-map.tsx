import type { Wording } from '../../../kernel/refusal.js';
import { call } from '../api/call.js';
import { isArea } from '../api/is-area.js';
import type { Audience, Place } from '../api/answers.js';
import { useQuery } from '../api/use-query.js';
import { roleWords, sortOf } from './place.words.js';
import { nameOfChosen } from './spoken-name.js';
import { useSpeech } from '../language/language.js';
import { Link } from '../navigation/navigation.js';
import { paths } from '../navigation/routes.js';
import { words as audienceWords } from '../map/audience.words.js';
import { words } from './follow-up.words.js';
import { CollapsibleMap } from '../map/collapsible-map.js';
import { SeenToEnd } from '../opened/opened.js';
import { mayI } from '../session/may-i.js';
import { useSession } from '../session/session.js';

const loadShowMap = () => import('../map/show-map.js');

/** With more places than this, none is listed: the map shows them, and the audience's name sums them up. */
const maxNamed = 40;

/**
 * The audience of a broadcast, by name and on a map.
 *
 * @param at when it was decided, to show the places as they were then; undefined before a decision, to show them as
 * they are
 */
export function AudienceOnMap({
  id,
  audience,
  name,
  unreachedAs,
  at,
}: {
  /** The broadcast's id. */
  id: string;
  audience: Audience;
  name: string;
  /** What the points on the map mean. */
  unreachedAs?: Wording;
  at: string | undefined;
}) {
  const { say } = useSpeech();
  const { member } = useSession();
  const seesPlaces = mayI(member, 'place.read');
  const minus = isArea(audience) ? audience.minus?.places : undefined;
  const places = usePlaces(seesPlaces && isArea(audience) ? audience.places : undefined, at);
  const leftOut = usePlaces(seesPlaces ? minus : undefined, at);
  if ('recipientsOf' in audience)
    return (
      <>
        <p>{name}</p>
        <p>{say(words.movedToo)}</p>
        <p>
          <Link href={paths.broadcast(audience.recipientsOf)}>{say(words.whatTheyHad)}</Link>
        </p>
      </>
    );
  if ('topic' in audience) return <p>{name}</p>;
  const { polygon: shape, near, roles } = audience;
  const nameOf = ({ id: placeId, name: known }: Place) =>
    nameOfChosen({ name: known, address: audience.chosenBy?.[placeId] });
  const moreLeftOut = (minus?.length ?? 0) - leftOut.length;
  return (
    <>
      {places.length > 0 && places.length <= maxNamed && !shape && !near ? (
        <ul class="chips">
          {places.map((place) => (
            <li key={place.id} class="chip chip-still">
              <span>
                <span class="chip-kind">{say(sortOf(place))}</span> {nameOf(place)}
              </span>
            </li>
          ))}
        </ul>
      ) : (
        <p>{name}</p>
      )}
      {leftOut.length > 0 && (
        <p>
          {say(audienceWords.without, { names: leftOut.map(nameOf).join(', ') })}
          {moreLeftOut > 0 && ` ${say(audienceWords.more, { n: moreLeftOut })}`}
        </p>
      )}
      {roles && (
        <p>{say(audienceWords.only, { roles: roles.map((role) => say(roleWords[role])).join(', ') })}</p>
      )}
      {seesPlaces && (shape !== undefined || near !== undefined || places.length > 0) && (
        <CollapsibleMap load={loadShowMap}>
          {({ ShowMap }) => (
            <>
              <ShowMap
                places={places}
                shape={shape}
                near={near}
                leftOut={leftOut}
                unreachedAs={unreachedAs}
                unreached={mayI(member, 'unreached.read') ? id : undefined}
              />
              <SeenToEnd what="map" />
            </>
          )}
        </CollapsibleMap>
      )}
    </>
  );
}

const nowhere: readonly Place[] = [];

/** The places that could be fetched. */
function usePlaces(chosen: readonly string[] = [], at: string | undefined): readonly Place[] {
  const ids = chosen.slice(0, maxNamed);
  const then = at === undefined ? '' : `?at=${encodeURIComponent(at)}`;
  const { data = nowhere } = useQuery<readonly Place[]>(ids.length === 0 ? undefined : '/places', {
    of: [ids, then],
    ask: async (signal) => {
      const found = await Promise.allSettled(
        ids.map((id) => call<Place>('GET', `/places/${id}${then}`, { signal })),
      );
      return found.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
    },
    keepsBefore: true,
  });
  return data;
}
