import type { SpokenLanguage } from '../../kernel/language.js';

/** How much fits in a call. It is a port, because each provider has its own markup and limit. */
export abstract class CallCapacity {
  /** Maximum characters of a spoken message, as markup writes them, in a call in the given language. */
  abstract maxCharacters(language: SpokenLanguage): number;
}
