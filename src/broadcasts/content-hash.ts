import { createHash } from 'node:crypto';
import type { Broadcast } from './broadcast.js';

type Content = Pick<Broadcast, 'audience' | 'texts' | 'lane' | 'exercise' | 'channels' | 'expiresAt'>;

/** The content that an approval is bound to, with the count. Any change to it voids the approval. */
export function contentHash(
  { audience, texts, lane, exercise, channels, expiresAt }: Content,
  count: number,
): string {
  const said = texts.map(({ language, sms, voice }) => [language, sms, voice ?? null]);
  const bound = [audience, said, lane, exercise, channels, expiresAt.toISOString(), count];
  return createHash('sha256').update(JSON.stringify(bound)).digest('hex');
}
