import { readXml, spokenTextOf, textOf, type XmlElement } from './xml.js';

/** Twilio repeats at most a thousand times; whoever listens here hangs up sooner. */
const MOST_REPEATS = 10;

/** What one TwiML document makes a telephone say. */
export interface Performance {
  /** A line for each thing said, repeats included; what is read digit by digit is one line. */
  readonly heard: readonly string[];
  /** Where a pressed key is posted: the last `<Gather>` that was passed. Empty string: to the document's own address. */
  readonly keysTo?: string;
  /** The document to go on with. */
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
 * Performs a TwiML document for somebody who listens and presses nothing: what `<Say>` and `<Play>` give, also inside
 * `<Gather>`, until `<Hangup>`, `<Reject>`, `<Redirect>` or the end. Undefined when it isn't TwiML.
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

/** Digits said one by one are written beside each other, by whoever listens. */
function writtenDown(heard: readonly string[]): string[] {
  const lines: string[] = [];
  heard.forEach((line, at) => {
    const goesOn = /^\d$/.test(line) && /^\d$/.test(heard[at - 1] ?? '');
    if (goesOn) lines.push(`${lines.pop()} ${line}`);
    else lines.push(line);
  });
  return lines;
}

/** The texts a TwiML document sends back: `<Message>` with text or `<Body>` inside, and the older `<Sms>`. */
export function textReplies(twiml: string): string[] {
  const root = readXml(twiml);
  if (root?.name !== 'Response') return [];
  return elements(root)
    .filter(({ name }) => name === 'Message' || name === 'Sms')
    .map((message) => textOf(elements(message).find(({ name }) => name === 'Body') ?? message))
    .filter((text) => text !== '');
}
