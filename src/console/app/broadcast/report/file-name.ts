import { timeZone } from '../../../../kernel/time-zone.js';

/** A table's name in a folder of many: what it is, of which broadcast, and the day it was taken. */
export function fileName(what: string, audienceName: string, now = new Date()): string {
  const day = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(now);
  return `${slug(what)}-${slug(audienceName).slice(0, 60)}-${day}.csv`.replace(/-{2,}/gu, '-');
}

const slug = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/gu, '-');
