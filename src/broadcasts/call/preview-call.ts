import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { Config } from '../../platform/config/config.js';
import {
  markupLength,
  readable,
  textToSay,
  wholeCall,
  writeVoiceScript,
} from '../../messages/voice-script.js';
import type { CallAnswer } from './call-answers.js';
import { CallCapacity } from './call-capacity.js';

interface SpokenText {
  readonly language: string;
  readonly sms: string;
  readonly voice?: string | undefined;
}

/** The call that a landline of a language gets. */
@Injectable()
export class PreviewCall {
  constructor(
    private readonly config: Config,
    private readonly callCapacity: CallCapacity,
  ) {}

  /** @returns undefined when no voice can read any of the texts */
  run(texts: readonly SpokenText[], language: string): z.infer<typeof CallAnswer> | undefined {
    const { voices } = this.config;
    const text = textToSay(texts, language, voices);
    const spoken = text && readable(text.language, voices);
    const voice = spoken && voices[spoken];
    if (!text || !spoken || !voice) return undefined;
    const sender = this.config.get('MUNICIPALITY_NAME');
    const country = this.config.get('DEFAULT_COUNTRY');
    const script = writeVoiceScript({
      sender,
      text: text.voice ?? text.sms,
      language: spoken,
      voice,
      country,
    });
    return {
      language: text.language,
      voice: voice.language,
      message: script.message,
      parts: wholeCall(script),
      characters: markupLength(script.message),
      most: this.callCapacity.maxCharacters(spoken),
    };
  }
}
