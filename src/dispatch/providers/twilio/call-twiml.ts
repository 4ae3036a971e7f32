// Not from 'twilio' itself: that loads its REST API too.
import MessagingResponse from 'twilio/lib/twiml/MessagingResponse.js';
import VoiceResponse from 'twilio/lib/twiml/VoiceResponse.js';
import type { CodeScript } from '../../../messages/code-script.js';
import type { Voice, VoiceScript } from '../../../messages/voice-script.js';

type SayAttributes = Parameters<VoiceResponse['say']>[0];

/**
 * A call as TwiML: the caller, the message twice, then the keys.
 *
 * @param keyUrl address that a pressed key is posted to
 */
export function callTwiml(script: VoiceScript, keyUrl: string): string {
  const response = new VoiceResponse();
  const voice = sayAttributes(script.voice);
  const gather = response.gather({ numDigits: 1, action: keyUrl, method: 'POST', timeout: 5 });
  gather.say(voice, script.opening);
  gather.pause({ length: 1 });
  gather.say(voice, script.message);
  gather.pause({ length: 1 });
  gather.say(voice, script.between);
  gather.say(voice, script.message);
  gather.pause({ length: 1 });
  gather.say(voice, script.instructions);
  response.say(voice, script.closing);
  return response.toString();
}

/** The answer to a pressed key: thanks, or the message again. */
export function keyTwiml(script: VoiceScript, digits: string, keyUrl: string): string {
  if (digits === script.keys.repeat) return callTwiml(script, keyUrl);
  const response = new VoiceResponse();
  const voice = sayAttributes(script.voice);
  if (digits === script.keys.confirm) response.say(voice, script.confirmed);
  response.say(voice, script.closing);
  return response.toString();
}

/**
 * A call with a code. It is read slowly, with a second between the digits, so that it can be written down. Then once
 * more.
 */
export function codeTwiml(script: CodeScript): string {
  const response = new VoiceResponse();
  const voice = sayAttributes(script.voice);
  response.say(voice, script.opening);
  response.pause({ length: 3 });
  for (const lead of [script.lead, script.again]) {
    response.say(voice, lead);
    for (const digit of script.digits) {
      response.pause({ length: 1 });
      response.say(voice, digit);
    }
    response.pause({ length: 2 });
  }
  response.say(voice, script.closing);
  return response.toString();
}

/** The answer to a received text: another text, or nothing. */
export function replyTwiml(reply: string | undefined): string {
  const response = new MessagingResponse();
  if (reply !== undefined) response.message(reply);
  return response.toString();
}

const sayAttributes = (voice: Voice): SayAttributes =>
  ({ language: voice.language, ...(voice.name ? { voice: voice.name } : {}) }) as SayAttributes;
