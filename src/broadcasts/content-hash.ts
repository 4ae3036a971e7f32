import { createHash } from 'node:crypto';
import type { Broadcast } from './broadcast.js';
import { carriedOf, type Carried } from './carried-fields.js';

type Content = Carried & Pick<Broadcast, 'audience' | 'texts' | 'lane' | 'startsAt' | 'expiresAt'>;

/**
 * The content that an approval is bound to, with the count. Any change to it voids the approval. A start or a carried
 * field without a value is left out, so that a release with a new field doesn't void what waits for approval.
 */
export function contentHash(
  { audience, texts, lane, startsAt, expiresAt, ...fields }: Content,
  count: number,
): string {
  const { exercise, channels, ...rest } = carriedOf(fields);
  const further = Object.entries({ ...rest, startsAt: startsAt?.toISOString() }).filter(
    ([, value]) => value !== undefined,
  );
  const said = texts.map(({ language, sms, voice, headline, web }) => [
    ...[language, sms, voice ?? null],
    ...(headline === undefined && web === undefined ? [] : [headline ?? null, web ?? null]),
  ]);
  const bound = [audience, said, lane, exercise, channels, expiresAt.toISOString(), count, ...further];
  return createHash('sha256').update(JSON.stringify(bound)).digest('hex');
}
