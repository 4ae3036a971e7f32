import { z } from 'zod';
import { roles } from '../member.js';

const Mapping = z.strictObject({
  value: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .meta({ description: 'As the identity provider sends it: a role, or the id of a group' }),
  roles: z.array(z.enum(roles)).meta({ description: 'May be empty: then the value says a department only' }),
  department: z.string().min(1).max(60).optional().meta({
    description: 'Its name. A new name makes a new department. Left out: the value gives roles only',
  }),
});

/** The whole table, in order: the first value that a person has decides their department. */
export const RoleMappingsBody = z.strictObject({
  version: z.string().max(20).meta({ description: 'Of the table that was changed' }),
  mappings: z.array(Mapping).max(200),
});

export const RoleMappingsAnswer = z.strictObject({
  claim: z.string().meta({ description: 'The claim that the values stand in: OIDC_ROLES_CLAIM' }),
  issuer: z.string().optional().meta({ description: 'Left out: staff sign in with keys only' }),
  callback: z.string().meta({ description: 'The redirect address to register at the identity provider' }),
  backChannelLogout: z.string().meta({ description: 'The address to register for back-channel logout' }),
  version: z.string(),
  roles: z
    .array(z.strictObject({ role: z.enum(roles), sv: z.string(), en: z.string() }))
    .meta({ description: 'The roles there are, and what they are called' }),
  mappings: z.array(Mapping),
});
