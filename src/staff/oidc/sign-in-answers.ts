import { z } from 'zod';

/** Why a sign-in was refused, for the sign-in page. */
export const RefusedSignIn = z.strictObject({ code: z.string(), sv: z.string(), en: z.string() });

export const SignInWaysAnswer = z.strictObject({
  account: z.boolean().meta({ description: 'Staff sign in with their own accounts, at /auth/sign-in' }),
  help: z.string().optional().meta({ description: 'Whom to ask: SIGN_IN_HELP' }),
  refused: RefusedSignIn.optional().meta({ description: 'Why the last try of this browser was refused' }),
});

export const WaitingAccountAnswer = z.strictObject({
  id: z.uuid(),
  name: z.string().meta({ description: 'As the identity provider says' }),
  email: z.string(),
  triedAt: z.iso.datetime(),
  memberId: z.uuid().meta({ description: 'Who has this address' }),
  memberName: z.string(),
});
