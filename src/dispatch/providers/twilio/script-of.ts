import {
  defaultVoices,
  spokenLanguage,
  writeVoiceScript,
  type VoiceScript,
} from '../../../messages/voice-script.js';
import type { Config } from '../../../platform/config/config.js';

/** The script of a call in the configured voice; languages we have no voice for are called in English. */
export function scriptOf(config: Config, text: string, language: string): VoiceScript {
  const spoken = spokenLanguage(language);
  const voice =
    spoken === 'sv'
      ? { language: config.get('VOICE_LANGUAGE'), name: config.get('VOICE_NAME') }
      : defaultVoices.en;
  return writeVoiceScript({ sender: config.get('MUNICIPALITY_NAME'), text, language: spoken, voice });
}
