import { hashOf, type ServedFile } from './brand.js';

const endings = { 'image/svg+xml': 'svg', 'image/png': 'png', 'font/woff2': 'woff2' } as const;

/** A file at an address that changes with its content. */
export const servedFile = (type: ServedFile['type'], bytes: Buffer): ServedFile => ({
  href: `/brand/${hashOf(bytes)}.${endings[type]}`,
  type,
  bytes,
});
