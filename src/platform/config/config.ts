import { z } from 'zod';
import { rateSettingOf, senderSettings, type SenderSettingName } from '../../kernel/channel.js';
import { isCountry, isE164 } from '../../kernel/phone-number.js';
import { cleanTyped } from '../../kernel/typed-input.js';
import { commaList } from './comma-list.js';
import { senderList, type SenderSetting } from './sender-list.js';
import { voiceList, type VoiceSetting, type VoiceSettings } from './voices.js';
import {
  faultsOfIdentityProvider,
  identityProviderOf,
  signInShape,
  type IdentityProviderSettings,
} from './sign-in-settings.js';
import { readMapBackground, type MapBackground } from './map-background.js';
import {
  providerFacts,
  providerNames,
  providerShape,
  reachesPhones,
  simulatorToken,
  type ProviderName,
} from './provider-settings.js';
import { StartRefused } from '../processes/start-refused.js';

const flag = z.enum(['true', 'false', '1', '0']).transform((v) => v === 'true' || v === '1');
const port = z.coerce.number().int().min(0).max(65_535);
const secret = z.string().min(16);
/** Public, because they are in the source: only for a demo and for tests. */
const demoSecrets = {
  SECRET_KEY: 'budkavle-demo-secret-key',
  TWILIO_AUTH_TOKEN: simulatorToken,
} as const;

const schema = z.object({
  NODE_ENV: z.enum(['production', 'development', 'test']).default('production'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),

  PORT: port.default(3000),
  /** Address that the web role listens on: loopback for `npm start`, 0.0.0.0 in a container. */
  HOST: z.string().default('127.0.0.1'),
  /** The public address of the installation. Twilio's callback signatures cover it. */
  PUBLIC_URL: z.url().optional(),
  /** Number of reverse proxies in front whose forwarded client address is trusted. */
  TRUSTED_PROXIES: z.coerce.number().int().min(0).default(0),

  /** Seconds from the stop signal until no new requests are accepted: time for a proxy to notice. */
  STOP_GRACE_SECONDS: z.coerce.number().min(0).max(30).optional(),
  /** A file that a worker touches every few seconds, so that a supervisor can restart a worker that hangs. */
  WORKER_ALIVE_FILE: z.string().min(1).optional(),

  DATABASE_URL: z.string().min(1),
  /**
   * Direct address of PostgreSQL if DATABASE_URL points to a pooler. Used by commands, and by the queue without Redis.
   */
  DATABASE_DIRECT_URL: z.string().min(1).optional(),
  /** Size of the connection pool of a process; each role has its own default. */
  DATABASE_POOL: z.coerce.number().int().min(2).optional(),
  /**
   * The database cancels a statement of the web or a worker after this time, so that no area can occupy it for long.
   */
  STATEMENT_TIMEOUT_MS: z.coerce.number().int().min(1000).default(60_000),
  /** `redis://host:6379`, `redis+sentinel://host:26379/name` or `redis+cluster://host:6379`; `rediss` encrypts. */
  REDIS_URL: z.string().optional(),
  /** Separates several installations that share one Redis. */
  QUEUE_PREFIX: z
    .string()
    .regex(/^[\w-]+$/)
    .default('budkavle'),

  /** EPSG code of the metric coordinate system: SWEREF 99 TM unless the municipality is outside Sweden. */
  METRIC_SRID: z.coerce.number().int().positive().default(3006),
  /** Third-party background map: an XYZ template or the REST template of a WMTS; an https URL or a path on our host. */
  MAP_BACKGROUND_URL: z
    .string()
    .transform((template, context): MapBackground => {
      const background = readMapBackground(template);
      if (typeof background !== 'string') return background;
      context.addIssue({ code: 'custom', message: background });
      return z.NEVER;
    })
    .optional(),
  /** Attribution text shown on the map. */
  MAP_BACKGROUND_ATTRIBUTION: z.string().max(200).default(''),
  /** Width of its tiles in pixels. */
  MAP_BACKGROUND_TILE_SIZE: z.coerce.number().int().min(128).max(1024).default(256),
  /** Normalized, so that it can be found in a text, and so that an invisible character doesn't force UCS-2. */
  MUNICIPALITY_NAME: z.string().transform(cleanTyped).pipe(z.string().min(1).max(60)).default('Luleå kommun'),
  /** Folder with the municipality's own look for pages and prints for residents: see docs/brand.md. */
  BRAND_FOLDER: z.string().min(1).optional(),
  /** The municipality's code at Statistics Sweden: the place of a CAP message that is only said in words. */
  MUNICIPALITY_CODE: z
    .string()
    .regex(/^\d{4}$/, 'give four digits, as 2580')
    .optional(),
  /** Contact details for residents, shown on the contact page if set. */
  CONTACT_PHONE: z.string().min(3).max(30).optional(),
  CONTACT_EMAIL: z.email().optional(),
  CONTACT_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** Websites that may show our topics in a frame, as origins: `https://kommun.se`. None if it is left out. */
  EMBED_ORIGINS: commaList
    .pipe(z.array(z.string().regex(/^https?:\/\/[a-z0-9.:-]+$/u, 'an origin, as https://kommun.se')))
    .default([]),
  /** Who CAP messages say that they are from. With another one, readers don't find what an earlier message ended. */
  CAP_SENDER: z
    .string()
    .regex(/^[^\s,<&]+$/, 'no space, comma, < or &')
    .optional(),
  /** PEM files of an RSA key and its certificate: CAP messages are signed. */
  CAP_SIGNING_KEY_FILE: z.string().min(1).optional(),
  CAP_SIGNING_CERT_FILE: z.string().min(1).optional(),
  /** An iCalendar of who is on duty, which the rota takes its shifts from. */
  ROTA_CALENDAR_URL: z.url({ protocol: /^https$/ }).optional(),
  /** Hosts that webhooks may also be sent to in the own network, or by http. */
  WEBHOOK_ALLOWED_HOSTS: commaList.transform((hosts) => hosts.map((host) => host.toLowerCase())).default([]),
  /** Days that the log of webhooks is kept. Longer than something is news, so that nothing is sent again. */
  WEBHOOK_LOG_DAYS: z.coerce.number().int().min(14).default(30),
  ...signInShape,
  /** Hosts of Mastodon that may be in the own network, or be reached by http. */
  SOCIAL_ALLOWED_HOSTS: commaList.transform((hosts) => hosts.map((host) => host.toLowerCase())).default([]),
  /** The Graph API of Facebook, with its version. */
  FACEBOOK_GRAPH_URL: z
    .url({ protocol: /^https?$/ })
    .transform((address) => address.replace(/\/$/, ''))
    .default('https://graph.facebook.com/v25.0'),
  /** Country of phone numbers without a country code, ISO 3166-1 alpha-2. */
  DEFAULT_COUNTRY: z
    .string()
    .toUpperCase()
    .refine(isCountry, 'give a country of two letters, as SE')
    .default('SE'),
  /** Country codes that public forms accept. */
  PUBLIC_PREFIXES: commaList.default(['+46']),
  /** Days until the record of who got which text is erased. The text and the counts stay. */
  RETENTION_DAYS: z.coerce.number().int().min(1).default(90),
  /** How many addresses a resident may add to a number. */
  ADDRESSES_PER_NUMBER: z.coerce.number().int().min(1).default(20),
  /** Days until a number that failed permanently is tried again: it may belong to somebody else by then. */
  QUARANTINE_DAYS: z.coerce.number().int().min(1).default(180),
  /** Maximum number of verification codes sent in a day, to all phones together: the spending breaker. */
  CODES_PER_DAY: z.coerce.number().int().min(1).default(5000),

  /** Default provider of senders. `simulator` is a handset simulator; the others reach real phones. */
  PROVIDER: z.enum(providerNames).default('simulator'),
  ...providerShape,

  /**
   * Timeout in milliseconds of a request to the provider. After a timeout the attempt is in doubt. Longer than Twilio's
   * own 15 s, because a late answer settles an attempt that a timeout would leave in doubt. Shorter than a lease.
   */
  PROVIDER_TIMEOUT_MS: z.coerce.number().int().min(100).max(24_000).default(20_000),

  /**
   * Sender of alerts: a name (1–11 of A–Z a–z 0–9 and space, with at least one letter) or a number. Several, separated
   * by commas, are used in parallel, each at its own rate: `LuleaKommun,+46701740698@10` (segments or calls a second).
   */
  ALERT_SENDER: senderList.default([{ address: 'LuleaKommun' }]),
  /** Sender of topic texts and codes: a number that takes replies, so that STOPP works. */
  TOPIC_SENDER: senderList.default([{ address: '+46701740699' }]),
  /** Caller id of alerts to landlines. */
  VOICE_SENDER: senderList.default([{ address: '+46980319299' }]),
  /** SMS segments per second of each sender that has no rate of its own. */
  SMS_SEGMENTS_PER_SECOND: z.coerce.number().positive().default(100),
  /** Calls per second. Twilio's default is 1; the demo with the simulator is faster. */
  CALLS_PER_SECOND: z.coerce.number().positive().default(1),
  /** Seconds during which the provider may still deliver a message; 1–36 000. */
  VALIDITY_SECONDS: z.coerce.number().int().min(1).max(36_000).default(14_400),
  VOICE_NAME: z.string().default('Google.sv-SE-Standard-A'),
  VOICE_LANGUAGE: z.string().default('sv-SE'),
  /** Voices of other languages. A language without a voice is spoken in one that has. English always has one. */
  VOICES: voiceList.default({}),
  /** Price of a segment and of a call, in öre, for the estimate shown before sending. */
  SEGMENT_PRICE_ORE: z.coerce.number().min(0).default(55),
  CALL_PRICE_ORE: z.coerce.number().min(0).default(120),

  /** Above this number of recipients, a person must type the count before submitting. */
  TYPE_COUNT_ABOVE: z.coerce.number().int().min(0).default(1000),
  /** Above this number of recipients, only a service owner or a duty officer may submit. */
  AUTHOR_MOST_PHONES: z.coerce.number().int().min(1).default(20_000),
  /** Minutes from the text to the approvers until they are reminded, once; 0 for no reminder. */
  APPROVER_REMINDER_MINUTES: z.coerce.number().int().min(0).max(1440).default(5),
  /** Texts an hour that the program sends to one member of staff. */
  NOTICES_PER_HOUR: z.coerce.number().int().min(1).default(20),
  /** Samples of texts and calls an hour that a member of staff may have sent to their own phone. */
  SAMPLES_PER_HOUR: z.coerce.number().int().min(1).default(5),
  /** Key of the hashes of phones in logs, of codes and of sessions. */
  SECRET_KEY: secret.default(demoSecrets.SECRET_KEY),
  /** Keys of two demo people, for `npm start` only. */
  BUDKAVLE_DEMO_KEYS: commaList.optional(),
  DEMO: flag.default(false),
  /** Number of residents of the demo's municipality; tests use a small one. */
  DEMO_RESIDENTS: z.coerce.number().int().min(500).optional(),
  /** Where `npm start` keeps its data. */
  BUDKAVLE_HOME: z.string().min(1).default('.budkavle'),
});

export type Environment = z.infer<typeof schema>;

export const settingNames: readonly string[] = Object.keys(schema.shape);

/** The settings, read once at start and frozen. */
export class Config {
  private constructor(readonly values: Readonly<Environment>) {}

  /** @throws StartRefused naming each wrong variable, without its value */
  static read(env: Readonly<Record<string, string | undefined>>): Config {
    const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
    const result = schema.safeParse(given);
    if (!result.success) {
      const faults = result.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
      throw new StartRefused(`The settings are wrong:\n${faults.join('\n')}`);
    }
    const config = new Config(Object.freeze(result.data));
    config.refuseUnsafeSenders();
    config.refuseHalfAnIdentityProvider();
    config.refuseDemoSecretsForReal();
    return config;
  }

  /** The settings whose value is a default secret, which is public because it is in the source. */
  get publishedSecrets(): ('SECRET_KEY' | 'TWILIO_AUTH_TOKEN')[] {
    const { SECRET_KEY, TWILIO_AUTH_TOKEN } = this.values;
    return [
      ...(SECRET_KEY === demoSecrets.SECRET_KEY ? (['SECRET_KEY'] as const) : []),
      ...(TWILIO_AUTH_TOKEN === demoSecrets.TWILIO_AUTH_TOKEN ? (['TWILIO_AUTH_TOKEN'] as const) : []),
    ];
  }

  /**
   * Only a demo may use the default secrets in the source. With them, anyone can sign callbacks and reverse the hashes
   * of phones.
   *
   * @throws StartRefused naming each setting that has a default secret
   */
  requireOwnSecrets(): void {
    const { DEMO, NODE_ENV } = this.values;
    const published = this.publishedSecrets;
    if (DEMO || NODE_ENV === 'test' || published.length === 0) return;
    const faults = published.map((name) => `  ${name}: not set, and the default is known to everybody`);
    throw new StartRefused(
      `The settings are wrong:\n${faults.join('\n')}\nMake a secret with: openssl rand -hex 32` +
        ' (for a demo without real people, set DEMO=true)',
    );
  }

  /** An address where each connection has its own PostgreSQL session: never a pooler. */
  get directDatabaseUrl(): string {
    return this.values.DATABASE_DIRECT_URL ?? this.values.DATABASE_URL;
  }

  /** The database role of web and workers; undefined if DATABASE_URL contains no user name. */
  get databaseRole(): string | undefined {
    const { DATABASE_URL: url } = this.values;
    return decodeURIComponent((URL.canParse(url) ? new URL(url).username : '') || '') || undefined;
  }

  get<K extends keyof Environment>(name: K): Environment[K] {
    return this.values[name];
  }

  /** The voice for each language, used in calls to landlines. */
  get voices(): VoiceSettings & Readonly<Record<'sv' | 'en', VoiceSetting>> {
    const { VOICE_LANGUAGE: language, VOICE_NAME: name, VOICES } = this.values;
    return { en: { language: 'en-GB' }, ...VOICES, sv: { language, name } };
  }

  /** The senders in a setting, each with its provider and its rate in segments or calls per second. */
  senders(setting: SenderSettingName): readonly Required<SenderSetting>[] {
    const usual = this.values[rateSettingOf(setting)];
    return this.values[setting].map(
      ({ provider = this.values.PROVIDER, address, unitsPerSecond = usual }) => ({
        provider,
        address,
        unitsPerSecond,
      }),
    );
  }

  /** The providers that are used: the one in PROVIDER first, then those that senders name. */
  get providers(): readonly ProviderName[] {
    const named = senderSettings.flatMap((setting) => this.senders(setting)).map(({ provider }) => provider);
    return [...new Set([this.values.PROVIDER, ...named])];
  }

  get reachesPhones(): boolean {
    return this.providers.some(reachesPhones);
  }

  /** Seconds. 0 in a demo or a test, which have no proxy in front. */
  get stopGrace(): number {
    const { STOP_GRACE_SECONDS, DEMO, NODE_ENV } = this.values;
    return STOP_GRACE_SECONDS ?? (DEMO || NODE_ENV === 'test' ? 0 : 5);
  }

  /** The identity provider; undefined if staff sign in with keys only. */
  get identityProvider(): IdentityProviderSettings | undefined {
    return identityProviderOf(this.values);
  }

  get publicUrl(): string {
    return (this.values.PUBLIC_URL ?? `http://localhost:${this.values.PORT}`).replace(/\/$/, '');
  }

  /** Base address of the handset simulator. */
  get simulatorUrl(): string {
    return (this.values.SIMULATOR_URL ?? `http://127.0.0.1:${this.values.SIMULATOR_PORT}`).replace(/\/$/, '');
  }

  /** Refuses senders that would do harm before anybody noticed, for example a "simulator" that is the real Twilio. */
  private refuseUnsafeSenders(): void {
    const { SIMULATOR_URL, PROVIDER } = this.values;
    const host = SIMULATOR_URL ? new URL(SIMULATOR_URL).hostname : '';
    const wrong: string[] = [];
    if (PROVIDER === 'simulator' && /(^|\.)twilio\.com$/.test(host))
      wrong.push('  SIMULATOR_URL: names the real Twilio; set PROVIDER=twilio for that');
    const texts = [...this.values.ALERT_SENDER, ...this.values.TOPIC_SENDER].map(({ address }) => address);
    // Nobody can reply to a name, so nobody could text STOPP to a topic sent from one.
    if (this.values.TOPIC_SENDER.some(({ address }) => !isE164(address)))
      wrong.push('  TOPIC_SENDER: give a number that takes replies, as +46…: STOPP is texted to it');
    if (new Set(texts).size < texts.length)
      wrong.push(
        '  ALERT_SENDER, TOPIC_SENDER: an address stands twice; STOP to a topic must not silence alerts',
      );
    if (this.reachesPhones && !this.providers.every(reachesPhones))
      wrong.push(
        '  PROVIDER: some senders name a provider that reaches real phones and some do not; nobody would notice which',
      );
    if (wrong.length > 0) throw new StartRefused(`The settings are wrong:\n${wrong.join('\n')}`);
  }

  private refuseHalfAnIdentityProvider(): void {
    const wrong = faultsOfIdentityProvider(this.values);
    if (wrong.length > 0) throw new StartRefused(`The settings are wrong:\n${wrong.join('\n')}`);
  }

  private refuseDemoSecretsForReal(): void {
    const wrong = this.providers.filter(reachesPhones).flatMap((name) => {
      const by = name === this.values.PROVIDER ? `PROVIDER=${name}` : `a sender of ${name}`;
      const lacks = new Set<string>(providerFacts[name].lacks(this.values));
      if (this.values.SECRET_KEY === demoSecrets.SECRET_KEY) lacks.add('SECRET_KEY');
      if (!this.values.PUBLIC_URL) lacks.add('PUBLIC_URL');
      return [
        ...[...lacks].map((setting) => `  ${setting}: required with ${by}`),
        ...(this.values.DEMO ? [`  DEMO: cannot be on with ${by}`] : []),
      ];
    });
    if (wrong.length > 0) throw new StartRefused(`The settings are wrong:\n${wrong.join('\n')}`);
  }
}
