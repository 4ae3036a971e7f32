/** The property that the handbook uses in its examples. */
export const wellKnownDesignation = 'Porsön 1:405';

/** Numbers the properties of a trakt (a district or a village) like a cadastre: `Porsön 1:405`, `Porsön s:1`. */
export class Designations {
  #units: number;
  #joint = 0;
  #wellKnownIsFree: boolean;

  /** @param block the middle number; it distinguishes two trakts with the same name */
  constructor(
    private readonly trakt: string,
    private readonly block = 1,
  ) {
    this.#wellKnownIsFree = trakt === 'Porsön' && block === 1;
    // A trakt that is older than its town starts with farms that were divided long ago. And the numbers must reach 405.
    this.#units = this.#wellKnownIsFree ? 300 : 0;
  }

  next(): string {
    this.#units += 1;
    const designation = `${this.trakt} ${this.block}:${this.#units}`;
    return designation === wellKnownDesignation ? this.next() : designation;
  }

  /** As {@link next}, for a house of one household: the first call in Porsön gets 1:405. */
  nextForVilla(): string {
    if (!this.#wellKnownIsFree) return this.next();
    this.#wellKnownIsFree = false;
    return wellKnownDesignation;
  }

  joint(): string {
    this.#joint += 1;
    return `${this.trakt} s:${this.#joint}`;
  }
}
