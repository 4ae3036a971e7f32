import { readXml, spokenTextOf, textOf, type XmlElement } from './xml.js';

/** Maximum number of repeats. Twilio's limit is a thousand. */
const MOST_REPEATS = 10;

/** The effect of one TwiML document on a listener. */
export interface Performance {
  /** One line for each spoken text, including repeats. Digits read one by one are on one line. */
  readonly heard: readonly string[];
  /** URL for a pressed key: the action of the last `<Gather>`. An empty string means the document's own URL. */
  readonly keysTo?: string;
  /** URL of the next document. */
  readonly redirect?: string;
}

const elements = (node: XmlElement): XmlElement[] =>
  node.children.filter((child) => typeof child !== 'string');

function repeats(node: XmlElement): number {
  const loop = Number(node.attributes.loop ?? '1');
  if (!Number.isInteger(loop) || loop < 0) return 1;
  return loop === 0 ? MOST_REPEATS : Math.min(loop, MOST_REPEATS);
}

/**
 * Performs a TwiML document for a listener who presses no key: the texts of `<Say>` and `<Play>`, also inside
 * `<Gather>`, until `<Hangup>`, `<Reject>`, `<Redirect>` or the end.
 *
 * @returns undefined if it isn't TwiML
 */
export function perform(twiml: string): Performance | undefined {
  const root = readXml(twiml);
  if (root?.name !== 'Response') return undefined;
  const heard: string[] = [];
  let keysTo: string | undefined;
  const say = (verb: XmlElement) => {
    const text = spokenTextOf(verb);
    const line = verb.name === 'Play' ? `[ljudfil ${text}]` : text;
    if (text !== '') heard.push(...Array<string>(repeats(verb)).fill(line));
  };
  for (const verb of elements(root)) {
    if (verb.name === 'Say' || verb.name === 'Play') say(verb);
    else if (verb.name === 'Gather') {
      keysTo = verb.attributes.action ?? '';
      elements(verb)
        .filter(({ name }) => name === 'Say' || name === 'Play')
        .forEach(say);
    } else if (verb.name === 'Redirect') return { heard: writtenDown(heard), keysTo, redirect: textOf(verb) };
    else if (verb.name === 'Hangup' || verb.name === 'Reject') break;
  }
  return { heard: writtenDown(heard), keysTo };
}

/** Joins digits that were read one by one into one line, as a listener would write them down. */
function writtenDown(heard: readonly string[]): string[] {
  const lines: string[] = [];
  heard.forEach((line, at) => {
    const goesOn = /^\d$/.test(line) && /^\d$/.test(heard[at - 1] ?? '');
    if (goesOn) lines.push(`${lines.pop()} ${line}`);
    else lines.push(line);
  });
  return lines;
}

/** The reply texts in a TwiML document: `<Message>` containing text or `<Body>`, and the older `<Sms>`. */
export function textReplies(twiml: string): string[] {
  const root = readXml(twiml);
  if (root?.name !== 'Response') return [];
  return elements(root)
    .filter(({ name }) => name === 'Message' || name === 'Sms')
    .map((message) => textOf(elements(message).find(({ name }) => name === 'Body') ?? message))
    .filter((text) => text !== '');
}
