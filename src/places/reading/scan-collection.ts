import { FileCutOff, KeyDoubled, NotGeoJson, RecordTooLarge, RowUnreadable } from './file-refusals.js';
import { maxRecordBytes } from './source-file.js';

/** The raw bytes of one feature of a collection, or of another of its members. */
export interface CollectionPart {
  /** The number of the feature, from 1; for another member, the number of the next feature. */
  readonly row: number;
  /** The offset of its first byte in the file. */
  readonly at: number;
  readonly json: Buffer;
  /** The member's name; undefined for a feature. */
  readonly member?: string | undefined;
}

type Expecting = 'object' | 'key' | 'colon' | 'value' | 'element' | 'next-member' | 'next-element' | 'end';

const code = (sign: string): number => sign.charCodeAt(0);
const quote = code('"');
const backslash = code('\\');
const comma = code(',');
const openObject = code('{');
const closeObject = code('}');
const openArray = code('[');
const closeArray = code(']');
const isSpace = (byte: number): boolean => byte === 32 || byte === 10 || byte === 13 || byte === 9;
const byteOrderMark = [0xef, 0xbb, 0xbf];

/**
 * Splits a GeoJSON document of any size into its features and its other members, without parsing them. That takes a
 * fraction of the time of a token parser. `JSON.parse` does the rest, one feature at a time.
 *
 * @param limit most bytes of a feature
 * @throws places.not-geojson, places.file-cut-off, places.row-unreadable, places.record-too-large, places.key-doubled
 */
export async function* scanCollection(
  chunks: AsyncIterable<Buffer>,
  file: string,
  limit = maxRecordBytes,
): AsyncGenerator<CollectionPart> {
  let expecting: Expecting = 'object';
  let member = '';
  const members = new Set<string>();
  const nameOf = (json: Buffer): string => {
    try {
      return JSON.parse(json.toString('utf8')) as string;
    } catch (error) {
      throw RowUnreadable({ file, row, reason: (error as Error).message });
    }
  };
  let row = 1;
  let at = 0;
  let pieces: Buffer[] = [];
  let weight = 0;
  let begun = -1;
  let depth = 0;
  let text = false;
  let escaped = false;

  const unexpected = (byte: number): Error =>
    expecting === 'object'
      ? NotGeoJson({ file, members: JSON.stringify(String.fromCharCode(byte)) })
      : RowUnreadable({ file, row, reason: `JSON: ${JSON.stringify(String.fromCharCode(byte))} (${at})` });
  const take = (bytes: Buffer): void => {
    weight += bytes.length;
    if (weight > limit) throw RecordTooLarge({ file, row, megabytes: limit / 1024 / 1024 });
    pieces.push(bytes);
  };
  const whole = (): Buffer => {
    const json = pieces.length === 1 ? pieces[0]! : Buffer.concat(pieces);
    pieces = [];
    weight = 0;
    return json;
  };

  for await (const chunk of chunks) {
    let from = begun === -1 ? -1 : 0;
    for (let index = 0; index < chunk.length; index += 1, at += 1) {
      const byte = chunk[index]!;
      if (begun !== -1) {
        // Inside a value only its end matters.
        let ends = false;
        let past = false;
        if (text) {
          if (escaped) escaped = false;
          else if (byte === backslash) escaped = true;
          else if (byte === quote) {
            text = false;
            ends = depth === 0;
          }
        } else if (byte === quote) text = true;
        else if (byte === openObject || byte === openArray) depth += 1;
        else if (byte === closeObject || byte === closeArray) {
          past = depth === 0;
          if (!past) depth -= 1;
          ends = depth === 0;
        } else if (depth === 0 && (byte === comma || isSpace(byte))) ends = past = true;
        if (!ends) continue;
        take(chunk.subarray(from, past ? index : index + 1));
        const json = whole();
        const start = begun;
        begun = from = -1;
        if (expecting === 'key') {
          member = nameOf(json);
          if (members.has(member)) throw KeyDoubled({ file, row, key: member });
          members.add(member);
          expecting = 'colon';
        } else if (expecting === 'value') {
          yield { row, at: start, json, member };
          expecting = 'next-member';
        } else {
          yield { row, at: start, json };
          row += 1;
          expecting = 'next-element';
        }
        if (!past) continue;
      }
      if (isSpace(byte)) continue;
      if (at < 3 && byte === byteOrderMark[at]) continue;
      switch (expecting) {
        case 'object':
          if (byte !== openObject) throw unexpected(byte);
          expecting = 'key';
          continue;
        case 'colon':
          if (byte !== code(':')) throw unexpected(byte);
          expecting = 'value';
          continue;
        case 'next-member':
          if (byte === comma) expecting = 'key';
          else if (byte === closeObject) expecting = 'end';
          else throw unexpected(byte);
          continue;
        case 'next-element':
          if (byte === comma) expecting = 'element';
          else if (byte === closeArray) expecting = 'next-member';
          else throw unexpected(byte);
          continue;
        case 'end':
          throw unexpected(byte);
        case 'key':
          if (byte === closeObject) {
            expecting = 'end';
            continue;
          }
          if (byte !== quote) throw unexpected(byte);
          break;
        case 'value':
          if (member === 'features' && byte === openArray) {
            expecting = 'element';
            continue;
          }
          break;
        case 'element':
          if (byte === closeArray) {
            expecting = 'next-member';
            continue;
          }
      }
      begun = at;
      from = index;
      depth = byte === openObject || byte === openArray ? 1 : 0;
      text = byte === quote;
    }
    if (begun !== -1) take(chunk.subarray(from));
  }
  if (expecting === 'object') throw NotGeoJson({ file, members: '–' });
  if (expecting !== 'end') throw FileCutOff({ file, row });
}
