/** Why a phone is at an address: who lives there, owns it from elsewhere, works there or asked to watch it. */
export const phoneRoles = ['resident', 'owner', 'business', 'watcher'] as const;
export type PhoneRole = (typeof phoneRoles)[number];
