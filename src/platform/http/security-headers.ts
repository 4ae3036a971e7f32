import helmet from '@fastify/helmet';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** The Permissions-Policy header, for which Helmet has no option. */
const permissions = 'camera=(), microphone=(), payment=(), usb=(), geolocation=(self)';

/**
 * Adds security headers, which make a browser restrict what other sites can do with ours. Call this before any hook
 * that can refuse a request, so that refusals have the headers too.
 *
 * @param from.background origin of the map's background, if it is not our own host
 * @param from.isSecure whether browsers reach us only by https
 */
export async function useSecurityHeaders(
  app: NestFastifyApplication,
  { background, isSecure }: { readonly background: string | undefined; readonly isSecure: boolean },
): Promise<void> {
  const elsewhere = background === undefined ? [] : [background];
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      // The map needs inline styles. Scripts come only from ourselves, workers also from blobs.
      directives: {
        defaultSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:', ...elsewhere],
        connectSrc: ["'self'", ...elsewhere],
        styleSrc: ["'self'", "'unsafe-inline'"],
        workerSrc: ["'self'", 'blob:'],
        frameAncestors: ["'none'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
      },
    },
    frameguard: { action: 'deny' },
    // Not Helmet's no-referrer: with it a browser sends `Origin: null` with our own forms.
    referrerPolicy: { policy: 'same-origin' },
    // Not for subdomains: the municipality's other hosts may not use https.
    hsts: isSecure && { maxAge: 31_536_000, includeSubDomains: false },
  });
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', (_request, reply, done) => {
      void reply.header('permissions-policy', permissions);
      done();
    });
}
