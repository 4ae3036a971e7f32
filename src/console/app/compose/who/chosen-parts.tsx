import { useRef, useState } from 'preact/hooks';
import type { BoundingBox, Near } from '../../api/answers.js';
import { phoneRoles } from '../../../../kernel/phone-roles.js';
import { useSpeech } from '../../language/language.js';
import { whoWords } from '../compose.words.js';
import { roleWords, sortOf } from '../../contents/place.words.js';
import type { Change } from '../form/form-change.js';
import type { ChosenPlace, ComposeForm } from '../form/form.js';
import { nameOfChosen, spokenName } from '../../contents/spoken-name.js';
import { WholeBlock } from './whole-block.js';

interface ChosenPartsProps {
  form: ComposeForm;
  change: Change;
  onRemoved: (name: string) => void;
  /** Called when a block has replaced a property, with its bounding box. */
  onBlock?: (message: string, box: BoundingBox) => void;
}

/** With more properties than this, nobody checks their blocks one by one. */
const fewProperties = 5;

interface Part {
  readonly key: string;
  readonly kind?: string;
  readonly name: string;
  /** The spoken name, where the visible name alone is ambiguous. */
  readonly spoken?: string;
  /** For a property: its block is offered in its place. */
  readonly property?: ChosenPlace;
  readonly without: Partial<ComposeForm>;
}

/** All parts of the chosen area, in whichever way each was chosen, with buttons to remove them. */
export function ChosenParts({ form, change, onRemoved, onBlock }: ChosenPartsProps) {
  const { say } = useSpeech();
  const heading = useRef<HTMLHeadingElement>(null);
  const parts = usePartsOf(form);
  const [before] = useState(form.places);
  const properties = parts.flatMap(({ property }) => property ?? []);
  return (
    <>
      <h3 ref={heading} id="chosen-parts" tabIndex={-1}>
        {say(whoWords.chosen)}
      </h3>
      {parts.length === 0 ? (
        <p class="hint">{say(whoWords.nobodyYet)}</p>
      ) : (
        <ul class="chips">
          {parts.map(({ key, kind, name, spoken = name, without }) => (
            <li key={key} class="chip">
              <span>
                {kind && <span class="chip-kind">{kind}</span>} {name}
              </span>
              <button
                type="button"
                aria-label={say(whoWords.remove, { name: spoken })}
                onClick={() => {
                  change(without);
                  onRemoved(spoken);
                  // The button is gone: the focus must move to something nearby.
                  heading.current?.focus();
                }}
              >
                <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
                  <path
                    d="M3.5 3.5l9 9m0-9l-9 9"
                    stroke="currentColor"
                    stroke-width="2"
                    stroke-linecap="round"
                  />
                </svg>
              </button>
            </li>
          ))}
        </ul>
      )}
      {properties.length <= fewProperties &&
        properties.map((property) => (
          <WholeBlock
            key={property.id}
            property={property}
            isNew={!before.some(({ id }) => id === property.id)}
            change={change}
            onTaken={(message, box) => {
              onBlock?.(message, box);
              // The button is gone: the focus must move to something nearby.
              heading.current?.focus();
            }}
          />
        ))}
    </>
  );
}

export function usePartsOf({ places, polygon, near, minus, roles }: ComposeForm): readonly Part[] {
  const { say } = useSpeech();
  const nameOf = ({ geometry, metres, name }: Near): string => {
    if (name !== undefined) return say(whoWords.nearAddress, { metres, name });
    return say(geometry.type.includes('Line') ? whoWords.nearLine : whoWords.nearPoint, { metres });
  };
  return [
    ...places.map((place) => ({
      key: place.id,
      kind: say(sortOf(place)),
      name: nameOfChosen(place),
      spoken: spokenName(place, say),
      ...(place.kind === 'property' && !place.saved ? { property: place } : {}),
      without: { places: places.filter((other) => other !== place) },
    })),
    ...(polygon ? [{ key: 'polygon', name: say(whoWords.drawnPart), without: { polygon: undefined } }] : []),
    ...near.map((thing, at) => ({
      key: `near-${String(at)}`,
      name: nameOf(thing),
      without: { near: near.filter((other) => other !== thing) },
    })),
    ...minus.map((place) => ({
      key: `minus-${place.id}`,
      kind: [say(whoWords.without), ...(place.saved ? [say(sortOf(place)).toLowerCase()] : [])].join(' '),
      name: nameOfChosen(place),
      spoken: spokenName(place, say),
      without: { minus: minus.filter((other) => other !== place) },
    })),
    // Removing this part includes all roles again.
    ...(roles.length > 0 && roles.length < phoneRoles.length
      ? [
          {
            key: 'roles',
            kind: say(whoWords.onlyRole),
            name: roles.map((role) => say(roleWords[role])).join(', '),
            without: { roles: phoneRoles },
          },
        ]
      : []),
  ];
}
