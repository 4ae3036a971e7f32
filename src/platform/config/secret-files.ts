import { readFileSync } from 'node:fs';
import { StartRefused } from '../processes/start-refused.js';

/** Settings that can be given in a file. PGPASSWORD is PostgreSQL's own variable, for a URL without a password. */
const inFiles = [
  'SECRET_KEY',
  'TWILIO_AUTH_TOKEN',
  'TWILIO_AUTH_TOKEN_PREVIOUS',
  'DATABASE_URL',
  'DATABASE_DIRECT_URL',
  'PGPASSWORD',
  'REDIS_URL',
  'ROTA_CALENDAR_URL',
  'OIDC_CLIENT_SECRET',
] as const;

type Env = Readonly<Record<string, string | undefined>>;

/**
 * The environment, with each `NAME_FILE` replaced by `NAME` and the content of that file. Docker and Kubernetes pass
 * secrets in this way. A newline at the end of the file is not part of the secret.
 *
 * @throws StartRefused if a file can't be read or is empty, or if both are set
 */
export function withSecretFiles(env: Env): Record<string, string | undefined> {
  const said = inFiles.flatMap((name) => {
    const file = env[`${name}_FILE`];
    if (!file) return [];
    if (env[name]) throw new StartRefused(`${name} and ${name}_FILE are both set: which one is meant?`);
    return [[name, contentOf(name, file)] as const];
  });
  const files = new Set<string>(inFiles.map((name) => `${name}_FILE`));
  const others = Object.entries(env).filter(([name]) => !files.has(name));
  return Object.fromEntries([...others, ...said]);
}

function contentOf(name: string, file: string): string {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new StartRefused(`${name}_FILE can't be read: ${(error as Error).message}`);
  }
  const secret = text.replace(/\r?\n$/, '');
  if (!secret) throw new StartRefused(`${name}_FILE is empty: ${file}`);
  return secret;
}
