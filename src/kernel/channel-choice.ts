/**
 * `mobile-first`: a landline is not called when its household has a mobile. `both`: mobiles and landlines are reached.
 */
export const channelChoices = ['mobile-first', 'both'] as const;
export type ChannelChoice = (typeof channelChoices)[number];
