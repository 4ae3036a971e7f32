import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { refusal } from '../../kernel/refusal.js';
import { Config } from '../../platform/config/config.js';
import { isFromOwnSite } from '../../platform/http/same-site.js';

const FromAnotherSite = refusal('site.cross-site', 'forbidden', {
  sv: 'Formuläret skickades från en annan webbplats. Öppna sidan här och försök igen.',
  en: 'The form was sent from another site. Open the page here and try again.',
});

/** Accepts forms from our own pages only. For browsers that do not send their origin, the SameSite cookie protects. */
@Injectable()
export class SameSiteGuard implements CanActivate {
  constructor(private readonly config: Config) {}

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (!isFromOwnSite(request, this.config.publicUrl)) throw FromAnotherSite();
    return true;
  }
}
