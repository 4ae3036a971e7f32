/** Lanes by urgency, as staff choose them; codes have one of their own. */
export const lanes = ['crisis', 'urgent', 'routine'] as const;
