import { z } from 'zod';
import { requirePlainName, tidyName } from '../../kernel/plain-name.js';
import { DomainError } from '../../kernel/refusal.js';

/**
 * Schema of a name or a short text that approvers and residents read. It has no invisible or look-alike characters.
 * `parsed` refuses such a field with `name.unseen-character` or `name.look-alike`, which name the character.
 */
export const nameInput = (max: number) =>
  z
    .string()
    // Limit the length before any step that walks the text.
    .max(4 * max)
    .overwrite(tidyName)
    .min(1)
    .max(max)
    .superRefine((name, context) => {
      const refusal = refusalOf(name);
      if (refusal) context.addIssue({ code: 'custom', message: refusal.explain('en'), params: { refusal } });
    });

function refusalOf(name: string): DomainError | undefined {
  try {
    requirePlainName(name);
    return undefined;
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
}
