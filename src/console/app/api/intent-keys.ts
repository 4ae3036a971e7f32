type Memory = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/**
 * One `Idempotency-Key` for each thing that a user wants done. It is kept through retries and reloads while it is
 * unknown whether the request arrived, and dropped when the API has answered. A different content is a different
 * intent.
 */
export class IntentKeys {
  constructor(
    private readonly memory: Memory,
    private readonly random: () => string = randomKey,
  ) {}

  keyFor(intent: string, content: unknown): string {
    const mark = fingerprint(JSON.stringify(content));
    const [kept, key] = this.memory.getItem(slot(intent))?.split(' ') ?? [];
    if (kept === mark && key) return key;
    const made = this.random();
    this.memory.setItem(slot(intent), `${mark} ${made}`);
    return made;
  }

  settle(intent: string): void {
    this.memory.removeItem(slot(intent));
  }
}

const slot = (intent: string): string => `budkavle.intent.${intent}`;

/** FNV-1a, 32 bits. It only distinguishes contents; it is not for security. */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return `${(hash >>> 0).toString(36)}.${text.length.toString(36)}`;
}

/** `crypto.randomUUID` is missing on plain HTTP, e.g. on a phone in the depot's own network. */
function randomKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
