import { Prng } from '../../../../geo/prng.js';

export interface Tile {
  readonly z: number;
  readonly x: number;
  readonly y: number;
}

/** Zoom levels, from the whole county to a single door. */
const zooms = { from: 7, to: 19 };
/** Tiles on a screen. */
const screen = { across: 3, down: 2 } as const;
const pans = 2;

/** The tiles that a map requests when a person zooms in on each point and pans around there. Each occurs once. */
export function tileWalk(points: readonly (readonly [number, number])[], seed: number): Tile[] {
  const prng = Prng.of(seed).stream('tiles');
  const seen = new Map<string, Tile>();
  for (const [longitude, latitude] of points)
    for (let z = zooms.from; z <= zooms.to; z++) {
      let [x, y] = tileAt(longitude, latitude, z);
      for (let pan = 0; pan <= pans; pan++) {
        for (let across = 0; across < screen.across; across++)
          for (let down = 0; down < screen.down; down++) {
            const tile = { z, x: x + across - 1, y: y + down };
            const last = 2 ** z - 1;
            if (tile.x < 0 || tile.x > last || tile.y < 0 || tile.y > last) continue;
            seen.set(`${tile.z}/${tile.x}/${tile.y}`, tile);
          }
        x += prng.whole(-1, 1);
        y += prng.whole(-1, 1);
      }
    }
  return [...seen.values()];
}

function tileAt(longitude: number, latitude: number, z: number): [x: number, y: number] {
  const radians = (latitude * Math.PI) / 180;
  const down = (1 - Math.asinh(Math.tan(radians)) / Math.PI) / 2;
  return [((longitude + 180) / 360) * 2 ** z, down * 2 ** z].map(Math.floor) as [number, number];
}
