import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { refusal } from '../kernel/refusal.js';
import { Config } from '../platform/config/config.js';

const FromAnotherSite = refusal('site.cross-site', 'forbidden', {
  sv: 'Formuläret skickades från en annan webbplats. Öppna sidan här och försök igen.',
  en: 'The form was sent from another site. Open the page here and try again.',
});

/**
 * A form is taken from our own pages only. Browsers say where a request comes from in Sec-Fetch-Site, older ones in
 * Origin; the SameSite cookie holds for those that say nothing.
 */
@Injectable()
export class SameSiteGuard implements CanActivate {
  constructor(private readonly config: Config) {}

  canActivate(context: ExecutionContext): boolean {
    const { method, headers } = context.switchToHttp().getRequest<FastifyRequest>();
    if (method === 'GET' || method === 'HEAD') return true;
    const site = headers['sec-fetch-site'];
    if (site !== undefined) {
      if (site !== 'same-origin') throw FromAnotherSite();
      return true;
    }
    const { origin, host } = headers;
    if (origin === undefined) return true;
    const own = [`http://${host}`, `https://${host}`, new URL(this.config.publicUrl).origin];
    if (!own.includes(origin)) throw FromAnotherSite();
    return true;
  }
}
