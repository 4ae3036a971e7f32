/** Mobile first: a household with a mobile gets no call to its landline; or both. */
export const channelChoices = ['mobile-first', 'both'] as const;
export type ChannelChoice = (typeof channelChoices)[number];
