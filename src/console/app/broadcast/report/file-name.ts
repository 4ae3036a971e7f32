import { timeZone } from '../../../../kernel/time-zone.js';

/** The file name of a table: what it contains, of which broadcast, and the date of the download. */
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
