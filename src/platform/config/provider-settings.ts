import { z } from 'zod';

/** What has to be known of a provider before anything of it is made. */
interface ProviderFacts {
  /** Whether what it sends reaches real phones. */
  readonly reachesPhones: boolean;
  /** Its own settings, by which it can't work: each named, with what is missing. */
  readonly lacks: (given: Readonly<Record<string, unknown>>) => readonly string[];
}

/** Published with the source: for a demo, and for tests. */
export const simulatorToken = 'simulator-auth-token';

const port = z.coerce.number().int().min(0).max(65_535);
const secret = z.string().min(16);

/** The settings of every provider; no two have one of the same name. */
export const providerShape = {
  SIMULATOR_PORT: port.default(3001),
  SIMULATOR_URL: z.url().optional(),
  TWILIO_ACCOUNT_SID: z
    .string()
    .regex(/^AC[0-9a-f]{32}$/)
    .default('AC00000000000000000000000000000000'),
  TWILIO_AUTH_TOKEN: secret.default(simulatorToken),
  /** The secret before the last rotation, still accepted on callbacks. */
  TWILIO_AUTH_TOKEN_PREVIOUS: secret.optional(),
};

/** Every provider: a new one is a row here, its room in `dispatch/providers`, and a line in the list of rooms there. */
export const providerFacts = {
  /** Twilio's protocol, spoken to a handset simulator. */
  simulator: { reachesPhones: false, lacks: () => [] },
  twilio: {
    reachesPhones: true,
    lacks: ({ TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN }) => [
      ...(/^AC0+$/.test(String(TWILIO_ACCOUNT_SID)) ? ['TWILIO_ACCOUNT_SID'] : []),
      ...(TWILIO_AUTH_TOKEN === simulatorToken ? ['TWILIO_AUTH_TOKEN'] : []),
    ],
  },
} satisfies Readonly<Record<string, ProviderFacts>>;

export type ProviderName = keyof typeof providerFacts;
export const providerNames = Object.keys(providerFacts) as [ProviderName, ...ProviderName[]];

export const isProviderName = (name: string): name is ProviderName => Object.hasOwn(providerFacts, name);

export const reachesPhones = (name: ProviderName): boolean => providerFacts[name].reachesPhones;
