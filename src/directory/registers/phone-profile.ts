import { parse } from 'yaml';
import { z } from 'zod';
import { reservedSources } from '../../kernel/reserved-sources.js';
import { refusal } from '../../kernel/refusal.js';
import { cleanCell } from '../../platform/tables/clean-cell.js';
import { columnName } from '../../platform/tables/column-names.js';
import { phoneRoles } from '../../kernel/phone-roles.js';

const WrongPhoneProfile = refusal('directory.wrong-profile', 'invalid', {
  sv: 'Profilen går inte att använda: {faults}',
  en: 'The profile can’t be used: {faults}',
});

const word = z.string().min(1);

/** Fields that one column may hold: a mark may mean both. */
const mayShareAColumn = new Set(['protected', 'objects']);

/** The columns that the profile gives for several fields that can't share one. */
function sharedColumns(columns: Readonly<Record<string, string | undefined>>): string[] {
  const fields = new Map<string, string[]>();
  for (const [field, column] of Object.entries(columns))
    if (column !== undefined)
      fields.set(columnName(column), [...(fields.get(columnName(column)) ?? []), field]);
  return [...fields]
    .filter(([, named]) => named.length > 1 && !named.every((field) => mayShareAColumn.has(field)))
    .map(([column, named]) => `${column} (${named.join(', ')})`);
}

const folded = (text: string): string => cleanCell(text).toLowerCase();

const schema = z.strictObject({
  /** The name under which the rows are stored. A later import with the same name replaces them, and no others. */
  source: word.refine((name) => !reservedSources.includes(name), {
    message: 'self and staff are not for files: an import would replace what people and staff have entered',
  }),
  /** The dataset whose address keys the file refers to. Default: the source's own name. */
  addresses: word.optional(),
  /**
   * The share of the source's rows that may be missing in a delivery. If more are missing, the delivery is taken for
   * broken.
   */
  mayShrinkBy: z.number().min(0).max(1).default(0.2),
  phones: z
    .strictObject({
      /** Relative to the data folder. */
      file: word,
      delimiter: z.string().length(1).default(','),
      encoding: z.enum(['utf8', 'latin1']).default('utf8'),
      /** Which column holds what. */
      columns: z.strictObject({
        number: word,
        addressKey: word,
        role: word.optional(),
        household: word.optional(),
        language: word.optional(),
        protected: word.optional(),
        objects: word.optional(),
        country: word.optional(),
      }),
      /**
       * The country by which a number without a country code is read, if no column gives it. Default: that of the
       * installation.
       */
      country: z.string().length(2).optional(),
      /** For rows without a language. */
      language: z
        .string()
        .regex(/^[a-z]{2,3}$/)
        .optional(),
      role: z.enum(phoneRoles).default('resident'),
      /** The file's words for the roles. */
      roles: z.record(word, z.enum(phoneRoles)).default({}),
      /** The file's words for yes, in any case. */
      yes: z.array(word).default(['1', 'true', 'yes', 'y', 'ja', 'j', 'x']),
      /**
       * The file's words for no; an empty cell means no too. A row with any other word is refused: a protection must
       * not be missed.
       */
      no: z.array(word).default(['0', 'false', 'no', 'n', 'nej']),
    })
    .superRefine(({ columns, yes, no }, context) => {
      const shared = sharedColumns(columns);
      if (shared.length > 0)
        context.addIssue({
          code: 'custom',
          path: ['columns'],
          message: `one column cannot hold several of these: ${shared.join('; ')}`,
        });
      const both = yes.filter((one) => no.some((other) => folded(one) === folded(other)));
      if (both.length > 0)
        context.addIssue({ code: 'custom', path: ['yes'], message: `is also a no: ${both.join(', ')}` });
    }),
});

/** How to read a file of phones. */
export type PhoneProfile = z.infer<typeof schema>;

/**
 * @param text YAML; JSON is a subset of it
 * @throws directory.wrong-profile naming each fault
 */
export function readPhoneProfile(text: string): PhoneProfile {
  let document: unknown;
  try {
    document = parse(text);
  } catch (error) {
    throw WrongPhoneProfile({ faults: error instanceof Error ? error.message : 'YAML' });
  }
  const result = schema.safeParse(document);
  if (result.success) return result.data;
  const faults = result.error.issues.map(({ path, message }) => `${path.map(String).join('.')}: ${message}`);
  throw WrongPhoneProfile({ faults: faults.join('; ') });
}
