import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Config } from '../platform/config/config.js';
import { markupLength, readable, textToSay, wholeCall, writeVoiceScript } from '../messages/voice-script.js';
import { CallRoom } from './call-room.js';

export const CallAnswer = z
  .strictObject({
    language: z.string().meta({
      description: 'Of the text that is read. Another than was asked for: no voice can read that one',
    }),
    voice: z.string().meta({ description: 'BCP 47, e.g. `sv-SE`' }),
    message: z.string().meta({ description: 'The text as the voice reads it' }),
    parts: z.array(z.string()).meta({ description: 'All that the call says, in order' }),
    characters: z.number().int().meta({ description: 'Of the message, as it is spoken' }),
    most: z.number().int().meta({ description: 'Characters that fit' }),
  })
  .meta({ description: 'What a landline hears' });

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
    private readonly room: CallRoom,
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
      most: this.room.most(spoken),
    };
  }
}
