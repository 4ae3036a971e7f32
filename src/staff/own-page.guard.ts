import {
  Injectable,
  UnsupportedMediaTypeException,
  type CanActivate,
  type ExecutionContext,
} from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { refusal } from '../kernel/refusal.js';
import { Config } from '../platform/config/config.js';
import { isFromOwnSite } from '../platform/http/same-site.js';

const CrossSiteRequest = refusal('staff.cross-site', 'forbidden', {
  sv: 'Förfrågan kom från en annan webbplats.',
  en: 'The request came from another site.',
});

/**
 * A request that carries or sets a session cookie must come from our own pages and be JSON. A form on another site can
 * do neither.
 *
 * @throws staff.cross-site, or 415
 */
export function requireOwnPage(request: FastifyRequest, publicUrl: string): void {
  if (!isFromOwnSite(request, publicUrl)) throw CrossSiteRequest();
  const type = request.headers['content-type'];
  if (request.method !== 'GET' && type !== undefined && !/^application\/json\s*(;|$)/i.test(type))
    throw new UnsupportedMediaTypeException();
}

/** For signing in and out. */
@Injectable()
export class OwnPageGuard implements CanActivate {
  constructor(private readonly config: Config) {}

  canActivate(context: ExecutionContext): boolean {
    requireOwnPage(context.switchToHttp().getRequest<FastifyRequest>(), this.config.publicUrl);
    return true;
  }
}
