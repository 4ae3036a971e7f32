/** Lanes by urgency, as staff choose them. Verification codes have their own lane. */
export const lanes = ['crisis', 'urgent', 'routine'] as const;
