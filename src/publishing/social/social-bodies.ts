import { z } from 'zod';
import { networks } from './network.js';

const Language = z.string().regex(/^[a-z]{2,3}$/u, 'an ISO 639 code such as sv');
/** Without spaces: they come along when it is copied. */
const Token = z
  .string()
  .max(2000)
  .overwrite((token) => token.trim())
  .regex(/^[\x21-\x7e]{8,1000}$/u, 'a token of 8 to 1000 characters, without spaces');

export const SocialAccountBody = z
  .strictObject({
    network: z.enum(networks),
    address: z
      .url({ protocol: /^https?$/ })
      .max(300)
      .optional()
      .meta({ description: 'Of the server, for Mastodon: `https://social.example`' }),
    token: Token.meta({
      description: 'With the scopes of docs/social.md. It is never shown again',
    }),
    language: Language.meta({ description: 'In which of the texts it posts' }),
    active: z.boolean(),
  })
  .superRefine(({ network, address }, context) => {
    if (network === 'mastodon' && address === undefined)
      context.addIssue({ code: 'custom', path: ['address'], message: 'is missing' });
  });

export const SocialAccountChangeBody = z.strictObject({
  token: Token.optional().meta({ description: 'A new one of the same account' }),
  language: Language,
  active: z.boolean(),
  version: z.int().meta({ description: 'That you read: refused if somebody has changed it since' }),
});
