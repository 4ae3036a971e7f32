/**
 * How a broadcast follows another: an extension takes the same message to who has not had it; an update or an all-clear
 * reaches exactly who had it, wherever they are now.
 */
export const relations = ['extension', 'update', 'all-clear'] as const;
export type Relation = (typeof relations)[number];
