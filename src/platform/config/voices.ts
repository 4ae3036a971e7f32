import { z } from 'zod';
import { spokenLanguages, type SpokenLanguage } from '../../kernel/language.js';

/** A synthetic voice: its language as a BCP 47 tag, and optionally the provider's name for the voice. */
export interface VoiceSetting {
  readonly language: string;
  readonly name?: string;
}

export type VoiceSettings = Readonly<Partial<Record<SpokenLanguage, VoiceSetting>>>;

const form = /^([a-z]{2,3})=([A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*)(?::([\w.-]+))?$/;

/** Voices of calls in languages other than Swedish, for example `en=en-GB,fi=fi-FI:Google.fi-FI-Standard-A`. */
export const voiceList = z.string().transform((text, context): VoiceSettings => {
  const voices: Partial<Record<SpokenLanguage, VoiceSetting>> = {};
  for (const part of text
    .split(',')
    .map((each) => each.trim())
    .filter(Boolean)) {
    const [, code, language = '', name] = form.exec(part) ?? [];
    const spoken = spokenLanguages.find((each) => each === code && each !== 'sv');
    if (spoken === undefined) {
      context.addIssue({
        code: 'custom',
        message: `write language=voice or language=voice:name, of ${spokenLanguages.slice(1).join(', ')}; Swedish is VOICE_LANGUAGE and VOICE_NAME`,
      });
      return z.NEVER;
    }
    voices[spoken] = { language, ...(name ? { name } : {}) };
  }
  return voices;
});
