import { useState } from 'preact/hooks';
import type { BoundingBox } from '../../api/answers.js';
import { boxOfNear } from '../../map/shapes.js';

/** Timeout for the device to find its position, in milliseconds. */
const patience = 15_000;
/** Minimum number of metres shown around the position. */
const around = 80;

export interface Here {
  readonly state: 'unasked' | 'asked' | 'found' | 'failed';
  /** Accuracy of the position, in metres. */
  readonly metres: number;
  /** Whether the browser supports geolocation. */
  readonly possible: boolean;
  readonly ask: () => void;
}

/** The user's position, on request. It never leaves the page. */
export function useHere(onFound: (box: BoundingBox) => void): Here {
  const [state, setState] = useState<Here['state']>('unasked');
  const [metres, setMetres] = useState(0);
  const possible = 'geolocation' in navigator;
  function ask(): void {
    setState('asked');
    navigator.geolocation.getCurrentPosition(
      ({ coords: { longitude, latitude, accuracy } }) => {
        setState('found');
        setMetres(Math.ceil(accuracy));
        const geometry = { type: 'Point' as const, coordinates: [longitude, latitude] };
        onFound(boxOfNear({ geometry, metres: Math.max(accuracy, around) }));
      },
      () => setState('failed'),
      { enableHighAccuracy: true, timeout: patience, maximumAge: 10_000 },
    );
  }
  return { state, metres, possible, ask };
}
