/**
 * Why a phone is at an address: its person lives there, owns it but lives elsewhere, works there, or asked to watch it.
 */
export const phoneRoles = ['resident', 'owner', 'business', 'watcher'] as const;
export type PhoneRole = (typeof phoneRoles)[number];
