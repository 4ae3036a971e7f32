import type { Wording } from '../../../kernel/refusal.js';
import { words } from './directory.words.js';

/** The name of a source. A register's source already is a name. */
export const sourceName = (source: string, say: (wording: Wording) => string): string => {
  if (source === 'self') return say(words.sourceSelf);
  return source === 'staff' ? say(words.sourceStaff) : source;
};
