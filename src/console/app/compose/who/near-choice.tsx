import type { LineString, Point } from 'geojson';
import { useState } from 'preact/hooks';
import { useSpeech } from '../../language/language.js';
import { CollapsibleMap } from '../../map/collapsible-map.js';
import { useSession } from '../../session/session.js';
import { boxOfNear } from '../../map/shapes.js';
import { boxOfChosen, chosenIn } from './chosen-on-map.js';
import { whoWords } from '../compose.words.js';
import type { Change } from '../form/form-change.js';
import { isDistance, type ComposeForm } from '../form/form.js';
import { MyPosition } from './my-position.js';
import { PlaceSearch } from '../search/place-search.js';

const loadNearMap = () => import('../../map/near-map.js');

interface NearChoiceProps {
  form: ComposeForm;
  change: Change;
  onAdded: (name: string) => void;
}

/** Chooses everyone within some metres of an address, a leak or a pipe. */
export function NearChoice({ form, change, onAdded }: NearChoiceProps) {
  const { metres } = form;
  const { say } = useSpeech();
  const { settings } = useSession();
  const [typed, setTyped] = useState(String(metres));
  // The map opens on the choice and moves to search results. It must not move while the user points things out on it.
  const [view, setView] = useState(() => boxOfChosen(form));
  const fits = isDistance(Number(typed.trim()));

  function add(geometry: Point | LineString, name?: string): void {
    if (!fits) return;
    const thing = { geometry, metres, ...(name === undefined ? {} : { name }) };
    change(({ near: now }) => ({ near: [...now, thing] }));
    if (name !== undefined) onAdded(say(whoWords.nearAddress, { metres, name }));
    else onAdded(say(geometry.type === 'Point' ? whoWords.nearPoint : whoWords.nearLine, { metres }));
  }
  return (
    <>
      <div>
        <PlaceSearch
          chosen={[]}
          label={say(whoWords.searchAddress)}
          hint={say(whoWords.searchAddressHint)}
          offers={({ point }) => point !== undefined}
          onChoose={({ point, name }) => {
            if (!point) return;
            const geometry = { type: 'Point' as const, coordinates: [...point] };
            add(geometry, name);
            setView(boxOfNear({ geometry, metres: Math.max(metres, 300) }));
          }}
        />
        <div class={fits ? 'field' : 'field field-fault'}>
          <label for="metres">{say(whoWords.metres)}</label>
          <p class="fault" id="metres-fault" role="alert">
            {fits ? '' : say(whoWords.metresFault)}
          </p>
          <input
            id="metres"
            class="short"
            type="text"
            inputMode="numeric"
            autocomplete="off"
            value={typed}
            aria-invalid={fits ? undefined : true}
            aria-describedby="metres-fault"
            onInput={({ currentTarget: { value } }) => {
              setTyped(value);
              const wanted = Number(value.trim());
              // An invalid distance is stored as 0, so that the previous one is not used.
              if (!isDistance(wanted)) change({ metres: 0 });
              else
                change(({ near: now }) => ({
                  metres: wanted,
                  near: now.map((thing) => ({ ...thing, metres: wanted })),
                }));
            }}
          />
        </div>
      </div>
      <div class="who-map">
        <MyPosition onFound={setView} />
        <CollapsibleMap open load={loadNearMap}>
          {({ NearMap }) => (
            <NearMap
              view={view ?? settings?.municipality.boundingBox ?? undefined}
              chosen={chosenIn(form)}
              metres={metres}
              onAdd={(geometry) => add(geometry)}
            />
          )}
        </CollapsibleMap>
      </div>
    </>
  );
}
