import type { ResourceLog } from './resource-log.js';
import type { SidMint, SidPrefix } from './sids.js';
import { TwilioError } from './twilio-error.js';

const DEFAULT_SIZE = 50;
const LARGEST = 1000;

export interface Listing<T extends { readonly n: number; readonly to: string }> {
  readonly path: string;
  readonly query: Readonly<Record<string, string | undefined>>;
  readonly log: ResourceLog<T>;
  readonly mint: SidMint;
  readonly prefix: SidPrefix;
  /** The name of the array in the answer. */
  readonly name: string;
  readonly keep: (item: T) => boolean;
  readonly present: (item: T) => object;
}

const whole = (text: string | undefined, otherwise: number) =>
  text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : otherwise;

/**
 * One page of a list, with Twilio's keyset pagination: newest first, and a `PageToken` is required after page 0 (`PA` +
 * SID: older than, `PB` + SID: newer than). So messages that arrive between two pages cause no repeated or skipped
 * items.
 */
export function listPage<T extends { readonly n: number; readonly to: string }>(list: Listing<T>): object {
  const { query, log, mint, prefix, keep } = list;
  const size = whole(query.PageSize, DEFAULT_SIZE);
  if (size < 1 || size > LARGEST) throw new TwilioError(20007, 'Page size must be between 1 and 1000');
  const page = whole(query.Page, 0);
  const token = query.PageToken;
  if (page > 0 && !token) throw new TwilioError(20001, 'PageToken is required for paging.');
  const edge = token === undefined ? undefined : mint.number(prefix, token.slice(2));
  if (token !== undefined && edge === undefined) throw new TwilioError(20001, 'Invalid PageToken');

  const backwards = token?.startsWith('PB') === true;
  let items: T[] = [];
  let more = false;
  for (const item of log.newestFirst(query.To, backwards ? Infinity : edge)) {
    if (backwards && item.n <= edge!) {
      more = true;
      break;
    }
    if (!keep(item)) continue;
    if (items.length === size && !backwards) {
      more = true;
      break;
    }
    items.push(item);
    if (backwards && items.length > size) items = items.slice(1);
  }

  const uri = (number: number, pageToken?: string) => {
    const kept = Object.entries(query).filter(([key]) => !['PageSize', 'Page', 'PageToken'].includes(key));
    const pairs = [...kept, ['PageSize', String(size)], ['Page', String(number)]] as [string, string][];
    if (pageToken !== undefined) pairs.push(['PageToken', pageToken]);
    return `${list.path}?${pairs.map(([k, v]) => `${encodeURIComponent(k)}=${encodeURIComponent(v)}`).join('&')}`;
  };
  const [first, last] = [items[0], items.at(-1)];
  const start = page * size;
  return {
    first_page_uri: uri(0),
    end: start + Math.max(items.length - 1, 0),
    previous_page_uri: page > 0 && first ? uri(page - 1, `PB${mint.sid(prefix, first.n)}`) : null,
    [list.name]: items.map(list.present),
    uri: uri(page, token),
    page_size: size,
    start,
    next_page_uri: more && last ? uri(page + 1, `PA${mint.sid(prefix, last.n)}`) : null,
    page,
  };
}
