import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { failureIn } from '../../api/call.js';
import type { BoundingBox, Place, PlaceInDetail } from '../../api/answers.js';
import type { Failure } from '../../api/failure.js';
import { read } from '../../api/query-client.js';
import { SaveArea } from '../../areas/save-area.js';
import { useSpeech } from '../../language/language.js';
import { CollapsibleMap } from '../../map/collapsible-map.js';
import { useSession } from '../../session/session.js';
import { FailureNote } from '../../shell/failure-note.js';
import { rescueFocus } from '../../shell/page-title.js';
import { Segmented } from '../../shell/segmented.js';
import { ChosenParts } from './chosen-parts.js';
import { whoWords } from '../compose.words.js';
import type { Change } from '../form/form-change.js';
import { boxOfChosen, chosenIn } from './chosen-on-map.js';
import { ExceptionsAndRoles } from './exceptions-and-roles.js';
import { words as followWords } from '../follow-up/follow-up.words.js';
import { toAudienceKind, type AudienceKind, type ChosenPlace, type ComposeForm } from '../form/form.js';
import { LastPlaces } from './last-places.js';
import { LostParts } from './lost-parts.js';
import { MyPosition } from './my-position.js';
import { NearChoice } from './near-choice.js';
import { PlaceSearch } from '../search/place-search.js';
import { OpenAlerts } from './open-alerts.js';
import { ReachMore } from '../reach/reach.js';
import { ShowOnMap } from '../search/show-on-map.js';
import { spokenName } from '../../contents/spoken-name.js';
import { TopicChoice } from './topic-choice.js';
import type { Reached } from '../reach/use-reach.js';

const loadPickMap = () => import('../../map/pick-map.js');
const loadDrawMap = () => import('../../map/draw-map.js');

interface WhoStepProps {
  form: ComposeForm;
  change: Change;
}

interface WhoStepWholeProps extends WhoStepProps {
  reached: Reached;
}

/** The first step: the audience. It is empty until the user chooses something. */
export function WhoStep({ form, change, reached: { preview } }: WhoStepWholeProps) {
  const { say } = useSpeech();
  const [message, setMessage] = useState('');
  const [goTo, setGoTo] = useState<BoundingBox>();
  const added = (name: string) => setMessage(say(whoWords.added, { name }));
  const ways: { value: AudienceKind; label: string }[] = [
    { value: 'places', label: say(whoWords.places) },
    { value: 'polygon', label: say(whoWords.polygon) },
    { value: 'near', label: say(whoWords.near) },
    // An extension can only go to an area.
    ...(form.follows ? [] : [{ value: 'topic' as const, label: say(whoWords.topic) }]),
  ];
  const chosen = (
    <div>
      <ChosenParts
        form={form}
        change={change}
        onRemoved={(name) => setMessage(say(whoWords.removed, { name }))}
        onBlock={(message, box) => {
          setMessage(message);
          setGoTo(box);
        }}
      />
      <OpenAlerts form={form} />
    </div>
  );
  return (
    <div id="audience" tabIndex={-1} class={form.audienceKind === 'topic' ? undefined : 'who-columns'}>
      <div>
        {form.follows && <p>{say(followWords.onlyNew)}</p>}
        <LostParts form={form} change={change} />
        <Segmented
          legend={say(whoWords.way)}
          value={form.audienceKind}
          choices={ways}
          onChoose={(kind) => change(toAudienceKind(form, kind))}
        />
      </div>
      {form.audienceKind === 'places' && (
        <Places form={form} change={change} tell={setMessage} goTo={goTo}>
          {chosen}
        </Places>
      )}
      {form.audienceKind === 'polygon' && <Drawn form={form} change={change} />}
      {form.audienceKind === 'near' && <NearChoice form={form} change={change} onAdded={added} />}
      {form.audienceKind === 'topic' && (
        <TopicChoice topic={form.topic} onChoose={(topic) => change({ topic })} />
      )}
      <div>
        {form.audienceKind !== 'topic' && (
          <>
            {form.audienceKind !== 'places' && chosen}
            <ExceptionsAndRoles form={form} change={change} onAdded={added} />
            {form.polygon && form.audienceKind === 'polygon' && <SaveArea aside shape={form.polygon} />}
            {form.places.length > 1 && form.audienceKind === 'places' && (
              <SaveArea aside places={form.places} />
            )}
          </>
        )}
        <p class="unseen" role="status">
          {message}
        </p>
        {preview && <ReachMore preview={preview} />}
      </div>
    </div>
  );
}

interface PlacesProps extends WhoStepProps {
  tell: (message: string) => void;
  /** Where the map moves when a block replaces a property. */
  goTo: BoundingBox | undefined;
  /** The list of chosen parts, directly below the search. */
  children: ComponentChildren;
}

function Places({ form, change, tell, goTo, children }: PlacesProps) {
  const { say } = useSpeech();
  const { settings } = useSession();
  const [failure, setFailure] = useState<Failure>();
  const { places } = form;
  const [located, setLocated] = useState(false);
  // The map moves to search results. It must not move while the user points out neighbours on it.
  const [view, setView] = useState(places.at(-1)?.boundingBox ?? boxOfChosen(form));
  useEffect(() => {
    if (goTo) setView(goTo);
  }, [goTo]);

  function add({ id, kind, name, boundingBox, saved }: Place, address?: string): void {
    const added: ChosenPlace = { id, kind, name, boundingBox, saved, ...(address ? { address } : {}) };
    setFailure(undefined);
    tell(say(whoWords.added, { name: spokenName(added, say) }));
    // A second place may have been clicked before the first was fetched.
    change(({ places: now }) => (now.some((place) => place.id === id) ? {} : { places: [...now, added] }));
  }
  function remove(id: string): void {
    const removed = places.find((place) => place.id === id);
    tell(say(whoWords.removed, { name: removed ? spokenName(removed, say) : '' }));
    change(({ places: now }) => ({ places: now.filter((place) => place.id !== id) }));
  }
  function fetchAndAdd(id: string, addIt: (place: Place) => void): void {
    read<PlaceInDetail>(`/places/${id}`).then(addIt, (error: unknown) => setFailure(failureIn(error)));
  }
  function addAndShow(place: Place, address?: string): void {
    setView(place.boundingBox);
    add(place, address);
  }
  const lastPlaces = (
    <LastPlaces
      chosen={places}
      onChoose={({ address, ...place }) => {
        addAndShow(place, address);
        rescueFocus('#chosen-parts');
      }}
    />
  );
  return (
    <>
      <div>
        <PlaceSearch
          chosen={places}
          onChoose={({ placeId, place, name }) => {
            if (place) addAndShow(place);
            else fetchAndAdd(placeId, (property) => addAndShow(property, name));
          }}
        />
        <FailureNote failure={failure} />
        {places.length === 0 && lastPlaces}
      </div>
      <div>
        {children}
        {/* Below what is chosen, so that they don't push it out of sight. */}
        {places.length > 0 && lastPlaces}
      </div>
      <div class="who-map">
        <MyPosition
          onFound={(box) => {
            setView(box);
            setLocated(true);
          }}
        />
        <CollapsibleMap load={loadPickMap} open={located}>
          {({ PickMap }) => (
            <PickMap
              view={view ?? settings?.municipality.boundingBox ?? undefined}
              chosen={chosenIn(form)}
              onToggle={(id) => (places.some((place) => place.id === id) ? remove(id) : fetchAndAdd(id, add))}
            />
          )}
        </CollapsibleMap>
      </div>
    </>
  );
}

function Drawn({ form, change }: WhoStepProps) {
  const { say } = useSpeech();
  const { settings } = useSession();
  const [goTo, setGoTo] = useState<BoundingBox>();
  const { places, near } = form;
  // The drawn shape is shown by the drawing tool itself.
  const beside = useMemo(() => chosenIn({ places, near }), [places, near]);
  return (
    <>
      <div>
        <p class="hint">{say(whoWords.notDraw)}</p>
        <ShowOnMap onFound={setGoTo} />
      </div>
      <div class="who-map">
        <CollapsibleMap open load={loadDrawMap}>
          {({ DrawMap }) => (
            <DrawMap
              view={boxOfChosen(form) ?? settings?.municipality.boundingBox ?? undefined}
              goTo={goTo}
              beside={beside}
              shape={form.polygon}
              onDraw={(shape) => change({ polygon: shape })}
            />
          )}
        </CollapsibleMap>
      </div>
    </>
  );
}
