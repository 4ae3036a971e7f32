import { writeCodeScript, type CodeScript } from '../../../messages/code-script.js';
import {
  defaultVoices,
  spokenLanguage,
  writeVoiceScript,
  type Voice,
  type VoiceScript,
} from '../../../messages/voice-script.js';
import type { InterfaceLanguage } from '../../../kernel/language.js';
import type { Config } from '../../../platform/config/config.js';

/** The script of a call in the configured voice; languages we have no voice for are called in English. */
export function scriptOf(config: Config, text: string, language: string): VoiceScript {
  const spoken = spokenLanguage(language);
  return writeVoiceScript({ ...speaker(config, spoken), text });
}

/** The same of a call that carries a code. */
export function codeScriptOf(config: Config, code: string, language: string): CodeScript {
  return writeCodeScript({ ...speaker(config, spokenLanguage(language)), code });
}

const speaker = (config: Config, language: InterfaceLanguage) => ({
  sender: config.get('MUNICIPALITY_NAME'),
  language,
  voice: voiceOf(config, language),
});

const voiceOf = (config: Config, language: InterfaceLanguage): Voice =>
  language === 'sv'
    ? { language: config.get('VOICE_LANGUAGE'), name: config.get('VOICE_NAME') }
    : defaultVoices.en;
