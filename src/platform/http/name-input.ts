import { z } from 'zod';
import { requirePlainName, tidyName } from '../../kernel/plain-name.js';
import { DomainError } from '../../kernel/refusal.js';

/**
 * A name or a line of words that approvers and residents read: what it looks like is what it is. Where `parsed` reads it
 * as a field, it refuses with `name.unseen-character` or `name.look-alike`, which say which character.
 */
export const nameInput = (max: number) =>
  z
    .string()
    // Before anything that walks it.
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
