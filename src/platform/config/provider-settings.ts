import { z } from 'zod';

/** What the settings need to know about a provider before its code is loaded. */
interface ProviderFacts {
  /** Whether its messages reach real phones. */
  readonly reachesPhones: boolean;
  /** Names of its own settings that are missing or have a placeholder value, so that it can't work. */
  readonly lacks: (given: Readonly<Record<string, unknown>>) => readonly string[];
}

/** Public, because it is in the source: only for a demo and for tests. */
export const simulatorToken = 'simulator-auth-token';

const port = z.coerce.number().int().min(0).max(65_535);
const secret = z.string().min(16);

/** The settings of all providers. Each name belongs to one provider. */
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

/**
 * All providers. To add one: a row here, a folder with its provider room in `dispatch/providers`, and a line in
 * `provider-rooms.ts` there.
 */
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
