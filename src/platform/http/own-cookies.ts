import type {} from '@fastify/cookie';
import type { FastifyInstance, FastifyReply } from 'fastify';

const hostPrefix = '__Host-';

declare module 'fastify' {
  interface FastifyInstance {
    /** Whether browsers reach us only by https. */
    secureCookies: boolean;
  }
}

/**
 * Ensures that only this host can set the cookies that handlers see. With https their names begin with `__Host-`: a
 * browser accepts such a cookie only from the host itself, so a page on a subdomain can't plant one (RFC 6265bis,
 * 4.1.3.2). Handlers see the name without the prefix; cookies without the prefix are hidden from them. Call this after
 * registering the cookie plugin.
 */
export function useOwnCookies(server: FastifyInstance, publicUrl: string): void {
  const secure = publicUrl.startsWith('https:');
  server.decorate('secureCookies', secure);
  if (!secure) return;
  server.addHook('onRequest', (request, _reply, done) => {
    request.cookies = Object.fromEntries(
      Object.entries(request.cookies)
        .filter(([name]) => name.startsWith(hostPrefix))
        .map(([name, value]) => [name.slice(hostPrefix.length), value]),
    );
    done();
  });
}

/**
 * @param expires when the cookie expires; by default it is a session cookie
 * @param sameSite `lax` if it is needed when another site sends the browser back to us by a link or redirect
 */
export function setOwnCookie(
  reply: FastifyReply,
  name: string,
  value: string,
  { expires, sameSite = 'strict' }: { expires?: Date; sameSite?: 'strict' | 'lax' } = {},
): void {
  const { secureCookies: secure } = reply.server;
  void reply.setCookie(nameOf(name, secure), value, {
    httpOnly: true,
    sameSite,
    secure,
    path: '/',
    expires,
  });
}

export function clearOwnCookie(reply: FastifyReply, name: string): void {
  const { secureCookies: secure } = reply.server;
  void reply.clearCookie(nameOf(name, secure), { path: '/', secure, httpOnly: true, sameSite: 'strict' });
}

const nameOf = (name: string, secure: boolean): string => (secure ? hostPrefix : '') + name;
