import { isNumber, webAddress } from './addresses.js';
import { type CallEvent, callEvents, type CallScript, type MachineDetection } from './call.js';
import { field, type Form, words } from './form.js';
import { TwilioError } from './twilio-error.js';

/** A valid request for a new call. */
export interface CallDraft {
  readonly to: string;
  readonly from: string;
  readonly script: CallScript;
  readonly statusCallback: string | undefined;
  readonly events: ReadonlySet<CallEvent>;
  readonly machineDetection: MachineDetection | undefined;
}

const LONGEST_TWIML = 4000;
const LONGEST_TIMEOUT = 600;
const isEvent = (word: string): word is CallEvent => (callEvents as readonly string[]).includes(word);

/** Reads `Url` (which takes precedence) or `Twiml`; undefined if there is neither. */
export function readCallScript(form: Form): CallScript | undefined {
  const url = field(form, 'Url') || undefined;
  const twiml = field(form, 'Twiml') || undefined;
  if (url !== undefined) {
    if (webAddress(url) === undefined) throw new TwilioError(21205, `Url is not a valid URL: ${url}`);
    return { url };
  }
  if (twiml === undefined) return undefined;
  if (twiml.length > LONGEST_TWIML) throw new TwilioError(32018, 'Twiml size exceeded maximum allowed value');
  return { twiml };
}

/** Reads the form of `POST Calls.json`. @throws TwilioError the error that Twilio gives */
export function readCallDraft(form: Form): CallDraft {
  const to = field(form, 'To') ?? '';
  const from = field(form, 'From') ?? '';
  const statusCallback = field(form, 'StatusCallback') || undefined;
  const events = words(form, 'StatusCallbackEvent');
  const detection = field(form, 'MachineDetection') || undefined;
  const timeout = field(form, 'Timeout');

  if (to === '') throw new TwilioError(21201, 'No Called number specified');
  if (!isNumber(to)) throw new TwilioError(21211, `Invalid 'To' Phone Number: ${to}`);
  if (from === '') throw new TwilioError(21213, 'Caller phone number is required');
  if (!isNumber(from)) throw new TwilioError(21212, `Invalid From Number (caller ID): ${from}`);
  const script = readCallScript(form);
  if (!script) throw new TwilioError(21205, 'Url parameter is required.');
  if (statusCallback !== undefined && webAddress(statusCallback) === undefined) {
    throw new TwilioError(21609, `The 'StatusCallback' URL ${statusCallback} is not a valid URL.`);
  }
  if (!events.every(isEvent)) throw new TwilioError(21626, "Invalid 'StatusCallbackEvent'");
  if (detection !== undefined && detection !== 'Enable' && detection !== 'DetectMessageEnd') {
    throw new TwilioError(21263, 'Invalid Answering Machine Detection Parameters');
  }
  if (timeout !== undefined && !(/^\d+$/.test(timeout) && +timeout >= 1 && +timeout <= LONGEST_TIMEOUT)) {
    throw new TwilioError(21208, 'Invalid Timeout');
  }
  return {
    to,
    from,
    script,
    statusCallback,
    events: new Set(events.length === 0 ? ['completed'] : events),
    machineDetection: detection,
  };
}
