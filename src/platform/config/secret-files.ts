import { readFileSync } from 'node:fs';
import { StartRefused } from '../processes/start-refused.js';

/** What may be said in a file; PGPASSWORD is PostgreSQL's own, for an address without a password in it. */
const inFiles = [
  'SECRET_KEY',
  'TWILIO_AUTH_TOKEN',
  'TWILIO_AUTH_TOKEN_PREVIOUS',
  'DATABASE_URL',
  'DATABASE_DIRECT_URL',
  'PGPASSWORD',
  'REDIS_URL',
] as const;

type Env = Readonly<Record<string, string | undefined>>;

/**
 * The environment with what `NAME_FILE` names in place of it, as Docker and Kubernetes hand secrets over. A newline at
 * the end is no part of one.
 *
 * @throws StartRefused where a file can't be read or is empty, or both are set
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
