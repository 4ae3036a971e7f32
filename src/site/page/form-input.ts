import { z } from 'zod';
import { isId } from '../../kernel/ids.js';
import { messageLanguages } from '../../kernel/language.js';
import { DomainError } from '../../kernel/refusal.js';
import { readPublicNumber, type NumberPolicy } from '../../verification/public-number.js';
import {
  NoRoleChosen,
  ownRoles,
  UnknownAddress,
  type OwnRole,
} from '../../directory/self-service/registration.js';
import { NoTopicChosen } from '../../topics/topic.js';
import type { FormFault } from './form-parts.js';
import { topicsField } from '../topics/topic-choice.js';

// A browser can post anything. A value that our forms cannot send counts as not filled in, and is then explained.
const text = z.string().trim().max(200).catch('');
const ids = z
  .union([z.string().transform((one) => [one]), z.array(z.string()).max(500)])
  .transform((all) => all.filter(isId))
  .catch([]);

/** One checkbox is sent as a string, several as an array. */
const schema = z.object({
  [topicsField]: ids,
  number: text,
  code: text,
  language: z.enum(messageLanguages).optional().catch(undefined),
  address: z.string().refine(isId).optional().catch(undefined),
  role: z.enum(ownRoles).optional().catch(undefined),
  objects: z.enum(['yes', 'no']).optional().catch(undefined),
  q: text,
});

export type FormInput = z.infer<typeof schema>;

export const readForm = (body: unknown): FormInput =>
  schema.parse(typeof body === 'object' && body !== null ? body : {});

const fields: readonly [RegExp, string][] = [
  [/^topic\./, topicsField],
  [/^verification\.(not-a-code|wrong-code|too-many-tries|expired|used)$/, 'code'],
  [/^registration\.no-role$/, 'role'],
  [/^registration\.(search-too-short|too-many-searches)$/, 'q'],
  [
    /^phone\.|^verification\.(number-missing|mobile-missing|landline|foreign-number|too-many-for-number)$/,
    'number',
  ],
];

/** The refusal with the field beside which it is shown. */
export const placed = (error: DomainError): FormFault => ({
  field: fields.find(([codes]) => codes.test(error.code))?.[1],
  error,
});

/**
 * The address, and the visitor's role there.
 *
 * @throws registration.unknown-address, registration.no-role
 */
export function readOwnAddress({ address, role }: FormInput): { addressId: string; role: OwnRole } {
  if (!address) throw UnknownAddress();
  if (!role) throw NoRoleChosen();
  return { addressId: address, role };
}

/** Every fault of a subscription form, so that all can be corrected at once. */
export function faultsOf(form: FormInput, policy: NumberPolicy): FormFault[] {
  const faults: FormFault[] = form[topicsField].length === 0 ? [placed(NoTopicChosen())] : [];
  try {
    readPublicNumber(form.number, policy);
  } catch (error) {
    faults.push(placed(expected(error)));
  }
  return faults;
}

/** Returns a refusal, which a form can show; rethrows any other error. */
export function expected(error: unknown): DomainError {
  if (error instanceof DomainError) return error;
  throw error;
}
