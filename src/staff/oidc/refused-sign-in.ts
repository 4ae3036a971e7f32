import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { clearOwnCookie, setOwnCookie } from '../../platform/http/own-cookies.js';
import { problemOf } from '../../platform/http/problem.filter.js';
import { RefusedSignIn } from './sign-in-answers.js';

const cookie = 'budkavle_sign_in_refused';
const minutesKept = 5;

/**
 * Keeps in the browser why a sign-in was refused. A parameter of the address would let anybody write on our sign-in
 * page, by a link.
 */
export function tellRefusal(reply: FastifyReply, error: unknown): void {
  const { code, title: sv } = problemOf(error, 'sv');
  const told: z.infer<typeof RefusedSignIn> = { code, sv, en: problemOf(error, 'en').title };
  const expires = new Date(Date.now() + minutesKept * 60_000);
  setOwnCookie(reply, cookie, Buffer.from(JSON.stringify(told)).toString('base64url'), { expires });
}

export function readRefusal(request: FastifyRequest): z.infer<typeof RefusedSignIn> | undefined {
  const value = request.cookies[cookie];
  if (value === undefined) return undefined;
  try {
    return RefusedSignIn.safeParse(JSON.parse(Buffer.from(value, 'base64url').toString('utf8'))).data;
  } catch {
    return undefined;
  }
}

export const forgetRefusal = (reply: FastifyReply): void => clearOwnCookie(reply, cookie);
