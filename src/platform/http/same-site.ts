import type { FastifyRequest } from 'fastify';

/**
 * Whether a request that changes something comes from one of our own pages, or from a program, which says nothing of
 * where it comes from. Browsers say it in Sec-Fetch-Site, older ones in Origin.
 */
export function isFromOwnSite(
  { method, headers }: Pick<FastifyRequest, 'method' | 'headers'>,
  publicUrl: string,
): boolean {
  if (method === 'GET' || method === 'HEAD') return true;
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin';
  const { origin, host } = headers;
  return (
    origin === undefined || [`http://${host}`, `https://${host}`, new URL(publicUrl).origin].includes(origin)
  );
}
