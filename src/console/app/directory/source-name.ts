import type { Wording } from '../../../kernel/refusal.js';
import { words } from './directory.words.js';

/** What a source is called: a register has a name of its own. */
export const sourceName = (source: string, say: (wording: Wording) => string): string => {
  if (source === 'self') return say(words.sourceSelf);
  return source === 'staff' ? say(words.sourceStaff) : source;
};
