import type { FastifyRequest } from 'fastify';

/**
 * Whether a request that changes something comes from one of our own pages, or from a program that is not a browser.
 * Browsers send Sec-Fetch-Site, older ones Origin. Other programs send neither.
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
