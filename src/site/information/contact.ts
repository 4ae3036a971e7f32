import type { Config } from '../../platform/config/config.js';

/** The municipality's contacts, as far as they are configured. */
export interface Contact {
  readonly phone?: string | undefined;
  readonly email?: string | undefined;
  readonly url?: string | undefined;
}

export const contactOf = (config: Config): Contact => ({
  phone: config.get('CONTACT_PHONE'),
  email: config.get('CONTACT_EMAIL'),
  url: config.get('CONTACT_URL'),
});

/** The address that calls a phone number as it was written. */
export const telOf = (phone: string): string => `tel:${phone.replace(/[^+\d]/g, '')}`;
