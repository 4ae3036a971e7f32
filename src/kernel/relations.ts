/**
 * How a broadcast follows another. An extension sends the same message to people who have not had it. An update or an
 * all-clear reaches exactly those who had it, wherever they are now. A correction also reaches those who were about to
 * get the wrong text, instead of it.
 */
export const relations = ['extension', 'update', 'correction', 'all-clear'] as const;
export type Relation = (typeof relations)[number];

/** Those with texts of their own to keep ready. An extension repeats its original. */
export const relationsWithTexts = [
  'update',
  'correction',
  'all-clear',
] as const satisfies readonly Relation[];
