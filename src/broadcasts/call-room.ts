import type { SpokenLanguage } from '../kernel/language.js';

/** How much fits in a call; a port, as each provider has a markup and a ceiling of its own. */
export abstract class CallRoom {
  /** Most characters of a spoken message, as markup writes them, in a call held in the language. */
  abstract most(language: SpokenLanguage): number;
}
