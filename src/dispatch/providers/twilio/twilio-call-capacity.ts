import { CallCapacity } from '../../../broadcasts/call/call-capacity.js';
import type { SpokenLanguage } from '../../../kernel/language.js';
import type { Config } from '../../../platform/config/config.js';
import { callTwiml } from './call-twiml.js';
import { scriptOf } from '../../callbacks/script-of.js';

/** Twilio accepts a call's TwiML only if it has fewer characters than this. */
export const twimlCeiling = 4000;

const tokenLength = 44;

/** What is left of Twilio's limit after the fixed parts of a call. The message is said twice. */
export class TwilioCallCapacity extends CallCapacity {
  constructor(private readonly config: Config) {
    super();
  }

  maxCharacters(language: SpokenLanguage): number {
    const url = `${this.config.publicUrl}/callbacks/twilio/voice-key?t=${'t'.repeat(tokenLength)}`;
    const frame = callTwiml(scriptOf(this.config, 'x', language), url).length - 2;
    return Math.floor((twimlCeiling - 1 - frame) / 2);
  }
}
