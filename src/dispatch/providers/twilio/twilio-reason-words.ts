import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ReasonWords } from '../../../directory/reason-words.js';
import type { Wording } from '../../../kernel/refusal.js';

/**
 * The meaning of Twilio's codes for a number that fails permanently, in words for people (twilio.com/docs/api/errors).
 */
export const numberWords: Readonly<Record<string, Wording>> = {
  '21211': {
    sv: 'Numret är fel skrivet: inget nät har det.',
    en: 'The number is written wrong: no network has it.',
  },
  '21217': {
    sv: 'Numret går inte att ringa: inget nät har det.',
    en: 'The number can’t be called: no network has it.',
  },
  '30005': {
    sv: 'Nätet känner inte till numret. Abonnemanget är troligen avslutat.',
    en: 'The network doesn’t know the number. The subscription has probably ended.',
  },
};

@Injectable()
export class TwilioReasonWords implements OnModuleInit {
  constructor(private readonly words: ReasonWords) {}

  onModuleInit(): void {
    this.words.add(numberWords);
  }
}
