import type { AddressSign, SpeechWords } from './speech-words.js';

const opening = new Set('("\'<[');
const closing = new Set('.,;:!?)"\'>]');

const email = /^(?:mailto:)?([^\s@]+@(?:[\p{L}\d-]+\.)+\p{L}{2,})$/iu;
const schemed = /^https?:\/\/(?:www\.)?(\S+)$/iu;
const named = /^www\.([^\s.]+\.\S+)$/iu;
// A missing space after a full stop gives "vatten.Se", which is two sentences: an ending with one capital is not a
// domain.
const bare =
  /^((?:[\p{L}\d-]+\.)+(?:se|nu|com|org|net|eu|info|fi|no|dk|ly|app|io|SE|NU|COM|ORG|NET|EU|INFO)(?::\d+)?(?:[/?#]\S*)?)$/u;

/** A word in spoken form if it is an address, else undefined. The characters around the address are kept. */
export function spokenAddress(word: string, words: SpeechWords): string | undefined {
  let from = 0;
  let until = word.length;
  while (from < until && opening.has(word.charAt(from))) from += 1;
  while (until > from && closing.has(word.charAt(until - 1))) until -= 1;
  const core = word.slice(from, until);
  const address = [email, schemed, named, bare].map((kind) => kind.exec(core)?.[1]).find(Boolean);
  if (address === undefined) return undefined;
  return (
    word.slice(0, from) +
    spell(address.endsWith('/') ? address.slice(0, -1) : address, words) +
    word.slice(until)
  );
}

const spell = (address: string, { signs }: SpeechWords): string =>
  Array.from(address, (sign) => (Object.hasOwn(signs, sign) ? ` ${signs[sign as AddressSign]} ` : sign))
    .join('')
    .replace(/ {2,}/g, ' ')
    .trim();
