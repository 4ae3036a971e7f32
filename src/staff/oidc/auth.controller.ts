import { Body, Controller, Get, Header, HttpCode, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { DomainError, refusal } from '../../kernel/refusal.js';
import { AllowancesRepository } from '../../platform/allowances/allowances.repository.js';
import { TakesUpTo } from '../../platform/http/body-limits.js';
import { setOwnCookie } from '../../platform/http/own-cookies.js';
import { parsed } from '../../platform/http/parsed.js';
import { Log } from '../../platform/logging/log.js';
import { staffEvents } from '../log-events.js';
import { sessionCookie } from '../staff.guard.js';
import { AccountSignIn } from './account-sign-in.js';
import { authPaths } from './auth-paths.js';
import { BackChannelLogout } from './back-channel-logout.js';
import { forgetRefusal, tellRefusal } from './refused-sign-in.js';

/** Binds a sign-in to the browser that started it. */
const browserCookie = 'budkavle_sign_in';
const console = '/console/';

const Start = z.object({
  /** Another site must not be reachable through a link to our sign-in. */
  to: z
    .string()
    .regex(/^\/console(\/[\w\-./%?=&]*)?$/)
    .max(500)
    .catch(console)
    .default(console),
});
const Logout = z.object({ logout_token: z.string().min(1).max(10_000) });

const TooManySignIns = refusal('sign-in.too-many', 'too-many', {
  sv: 'Många inloggningar har börjats från din internetanslutning. Försök igen om {minutes} minuter.',
  en: 'Many sign-ins were started from your internet connection. Try again in {minutes} minutes.',
});
/** Starts from one client in a quarter of an hour. A whole town hall may be behind one address. */
const mostStarts = { holds: 300, minutes: 15 };

/**
 * Where a browser signs in with an account at the identity provider. These are pages, not the API: they answer with
 * redirects, and a refusal is told on the sign-in page.
 */
@ApiExcludeController()
@Controller()
export class AuthController {
  private readonly log = new Log('sign-in', staffEvents);

  constructor(
    private readonly signIn: AccountSignIn,
    private readonly logout: BackChannelLogout,
    private readonly allowances: AllowancesRepository,
  ) {}

  @Get(authPaths.signIn)
  async start(
    @Query(parsed(Start)) { to }: z.infer<typeof Start>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    await this.orTell(reply, async () => {
      const key = this.allowances.hashClient(request.ip).client;
      await this.allowances.take([{ scope: 'sign-in-start', key, ...mostStarts }], (_empty, minutes) =>
        TooManySignIns({ minutes }),
      );
      const { address, browser } = await this.signIn.start(request.cookies[browserCookie], to);
      // Lax: the identity provider sends the browser back by a redirect.
      setOwnCookie(reply, browserCookie, browser, { sameSite: 'lax' });
      forgetRefusal(reply);
      return address;
    });
  }

  @Get(authPaths.callback)
  async complete(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    await this.orTell(reply, async () => {
      const query = request.url.slice(authPaths.callback.length);
      const { secret, expires, returnTo } = await this.signIn.complete(query, request.cookies[browserCookie]);
      setOwnCookie(reply, sessionCookie, secret, { expires });
      return returnTo;
    });
  }

  /** The provider ends a session (OpenID Connect Back-Channel Logout 1.0). A 400 says that nothing was ended. */
  @Post(authPaths.backChannelLogout)
  @HttpCode(200)
  @TakesUpTo(16 * 1024)
  @Header('cache-control', 'no-store')
  async end(@Body(parsed(Logout)) { logout_token: token }: z.infer<typeof Logout>): Promise<void> {
    await this.logout.run(token);
  }

  /** Redirects to where `work` says, or to the sign-in page with the reason. */
  private async orTell(reply: FastifyReply, work: () => Promise<string>): Promise<void> {
    void reply.header('cache-control', 'no-store');
    // The address has the code. It must not reach another site.
    void reply.header('referrer-policy', 'no-referrer');
    let to = console;
    try {
      to = await work();
    } catch (error) {
      if (!(error instanceof DomainError)) this.log.write('sign-in.failed', { err: error });
      tellRefusal(reply, error);
    }
    await reply.redirect(to, 303);
  }
}
