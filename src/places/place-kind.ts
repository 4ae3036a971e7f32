/** From the largest to the smallest: the order in which places are listed if nothing was searched for. */
export const placeKinds = ['municipality', 'area', 'block', 'property'] as const;
export type PlaceKind = (typeof placeKinds)[number];
