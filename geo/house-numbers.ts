import type { Door, Plot } from './plots.js';

/** A door with its number on its street. */
export interface NumberedDoor {
  readonly door: Door;
  readonly number: number;
  readonly letter?: string;
}

/**
 * Numbers the doors of a district's plots: along each street, odd on one side and even on the other. Doors of a house
 * that share a number get letters.
 */
export function numberDoors(plots: readonly Plot[]): Map<Plot, NumberedDoor[]> {
  const houses = new Map<string, { plot: Plot; doors: Door[] }[]>();
  for (const plot of plots) {
    for (const [side, doors] of bySide(plot.doors)) {
      const along = houses.get(side) ?? [];
      const lettered = doors.filter((door) => door.lettered);
      // Nowhere do 26 stairwells share a number; nine are already many.
      for (let at = 0; at < lettered.length; at += 9) along.push({ plot, doors: lettered.slice(at, at + 9) });
      for (const door of doors) if (!door.lettered) along.push({ plot, doors: [door] });
      houses.set(side, along);
    }
  }
  const numbered = new Map<Plot, NumberedDoor[]>();
  for (const [side, along] of houses) {
    along.sort((one, other) => one.doors[0]!.u - other.doors[0]!.u);
    along.forEach(({ plot, doors }, at) => {
      const number = 2 * at + (side.endsWith('low') ? 1 : 2);
      const here = doors.map((door, index): NumberedDoor => {
        const letter = door.lettered ? String.fromCharCode(65 + index) : undefined;
        return { door, number, ...(letter !== undefined && { letter }) };
      });
      numbered.set(plot, [...(numbered.get(plot) ?? []), ...here]);
    });
  }
  return numbered;
}

function bySide(doors: readonly Door[]): Map<string, Door[]> {
  const sides = new Map<string, Door[]>();
  for (const door of doors) {
    const key = `${door.street} ${door.side}`;
    sides.set(key, [...(sides.get(key) ?? []), door]);
  }
  return sides;
}
