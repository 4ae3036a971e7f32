/** What the name of a published area is made of. All names are such as may be published. */
export interface NameParts {
  /** Areas, blocks or the municipality that are meant as a whole. */
  readonly wholes: readonly string[];
  /** Areas, or the municipality, of which only a part is meant. */
  readonly parts: readonly string[];
  /** What lies nearby: a street and its area. At least one of them is known. */
  readonly near: readonly StreetAndArea[];
  /** Areas and blocks that are left out. */
  readonly without: readonly string[];
}

export interface StreetAndArea {
  readonly street?: string | undefined;
  readonly area?: string | undefined;
}

/** Said when the register knows no area, street or municipality. */
const somewhere = 'Ett område';

/** For example `Kronan, Porsön och Björkskatan`, `Porsön, utom Kronan` or `Nära Storgatan (Porsön)`. */
export function nameOfMany({ wholes, parts, near, without }: NameParts): string {
  const whole = sorted(wholes);
  const part = sorted(parts).filter((name) => !whole.includes(name));
  const said = [
    ...(whole.length > 0 ? [listed(whole, 'områden')] : []),
    ...(part.length > 0 ? [`${part.length === 1 ? 'del' : 'delar'} av ${listed(part, 'områden')}`] : []),
    ...(near.length > 0 ? [`nära ${listed(sorted(near.flatMap(inArea)), 'platser')}`] : []),
  ];
  if (said.length === 0) return somewhere;
  const left = sorted(without).filter((name) => !whole.includes(name));
  return sentence([joined(said), ...(left.length > 0 ? [`utom ${listed(left, 'områden')}`] : [])].join(', '));
}

/**
 * For a few addresses: `Storgatan (Porsön)`, or `Del av Porsön` if the street must not be told.
 *
 * @param areas the areas they lie in
 */
export function nameOfFew(streets: readonly string[], areas: readonly string[]): string {
  const [street, area] = [sorted(streets), sorted(areas)];
  if (street.length === 0) return nameOfMany({ wholes: [], parts: area, near: [], without: [] });
  return area.length > 0
    ? `${listed(street, 'gator')} (${listed(area, 'områden')})`
    : listed(street, 'gator');
}

const inArea = ({ street, area }: StreetAndArea): string[] =>
  street === undefined
    ? area === undefined
      ? []
      : [area]
    : [area === undefined ? street : `${street} (${area})`];

/** @param noun Swedish, plural: what the others are, when there are more than four */
function listed(names: readonly string[], noun: string): string {
  return names.length <= 4
    ? conjunction.format(names)
    : `${names.slice(0, 3).join(', ')} och ${names.length - 3} ${noun} till`;
}

/** `och` stands within the parts already. */
const joined = (said: readonly string[]): string =>
  said.length === 1 ? said[0]! : `${said.slice(0, -1).join(', ')} samt ${said.at(-1)!}`;

const conjunction = new Intl.ListFormat('sv', { type: 'conjunction' });
const collator = new Intl.Collator('sv');
export const sorted = (names: readonly string[]): string[] => [...new Set(names)].sort(collator.compare);
const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
