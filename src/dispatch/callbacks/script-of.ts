import { interfaceLanguageFor } from '../../kernel/language.js';
import { writeCodeScript, type CodeScript } from '../../messages/code-script.js';
import { readable, writeVoiceScript, type VoiceScript } from '../../messages/voice-script.js';
import type { Config } from '../../platform/config/config.js';

/**
 * The script of a call.
 *
 * @param language of the text. Texts that no voice can read are refused at submission; an older one is read in Swedish.
 */
export function scriptOf(config: Config, text: string, language: string): VoiceScript {
  const spoken = readable(language, config.voices) ?? 'sv';
  const voice = config.voices[spoken];
  return writeVoiceScript({
    sender: config.get('MUNICIPALITY_NAME'),
    text,
    language: spoken,
    country: config.get('DEFAULT_COUNTRY'),
    ...(voice ? { voice } : {}),
  });
}

/** The script of a call with a verification code. */
export function codeScriptOf(config: Config, code: string, language: string): CodeScript {
  const spoken = interfaceLanguageFor(language);
  return writeCodeScript({
    sender: config.get('MUNICIPALITY_NAME'),
    code,
    language: spoken,
    voice: config.voices[spoken],
  });
}
