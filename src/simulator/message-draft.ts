import { isNumber, isSender, webAddress } from './addresses.js';
import { field, type Form } from './form.js';
import { TwilioError } from './twilio-error.js';

/** A valid request for a new message. */
export interface MessageDraft {
  readonly to: string;
  /** Undefined: a messaging service chooses the sender. */
  readonly from: string | undefined;
  readonly service: string | undefined;
  readonly body: string;
  readonly statusCallback: string | undefined;
}

const LONGEST_BODY = 1600;

/** Reads the form of `POST Messages.json`. @throws TwilioError the error that Twilio gives */
export function readMessageDraft(form: Form): MessageDraft {
  const to = field(form, 'To') ?? '';
  const from = field(form, 'From') || undefined;
  const service = field(form, 'MessagingServiceSid') || undefined;
  const body = field(form, 'Body') ?? '';
  const statusCallback = field(form, 'StatusCallback') || undefined;
  const validity = field(form, 'ValidityPeriod');

  if (to === '') throw new TwilioError(21604, "A 'To' phone number is required.");
  if (!isNumber(to)) throw new TwilioError(21211, `Invalid 'To' Phone Number: ${to}`);
  if (from === undefined && service === undefined) {
    throw new TwilioError(21603, "A 'From' or 'MessagingServiceSid' parameter is required to send a message");
  }
  if (from !== undefined && !isSender(from)) throw new TwilioError(21212, `Invalid From Number: ${from}`);
  if (service !== undefined && !/^MG[0-9a-f]{32}$/i.test(service)) {
    throw new TwilioError(21701, 'The Messaging Service does not exist');
  }
  if (body === '') throw new TwilioError(21602, 'Message body is required.');
  if (body.length > LONGEST_BODY) {
    throw new TwilioError(21617, 'The concatenated message body exceeds the 1600 character limit');
  }
  if (statusCallback !== undefined && webAddress(statusCallback) === undefined) {
    throw new TwilioError(21609, `The 'StatusCallback' URL ${statusCallback} is not a valid URL.`);
  }
  if (validity !== undefined && !(/^\d+$/.test(validity) && +validity >= 1 && +validity <= 36_000)) {
    throw new TwilioError(21624, 'Invalid validity period value');
  }
  return { to, from, service, body, statusCallback };
}
