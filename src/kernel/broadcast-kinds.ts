/**
 * An `alert` goes to an area, a `topic` to its subscribers. A `verification` is a code, and a `notice` a text or call
 * to a member of staff.
 */
export const broadcastKinds = ['alert', 'topic', 'verification', 'notice'] as const;
export type BroadcastKind = (typeof broadcastKinds)[number];

/**
 * Kinds that the program itself sends to one phone: nobody approves, lists or controls them, they have no history, and
 * their text is emptied when it was sent.
 */
export const onePhoneKinds: readonly BroadcastKind[] = ['verification', 'notice'];

export const isToOnePhone = (kind: BroadcastKind): boolean => onePhoneKinds.includes(kind);

/** {@link onePhoneKinds} as a list for SQL `IN`. */
export const onePhoneKindsSql = `(${onePhoneKinds.map((kind) => `'${kind}'`).join(', ')})`;
