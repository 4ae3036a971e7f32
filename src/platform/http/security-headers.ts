import helmet from '@fastify/helmet';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** Helmet has no option for it. */
const permissions = 'camera=(), microphone=(), payment=(), usb=(), geolocation=(self)';

/**
 * Headers by which a browser keeps other sites out. To be called before any hook that can refuse a request, so that a
 * refusal has them too.
 *
 * @param from.background origin of the map's background, when that is not ourselves
 * @param from.isSecure whether browsers reach us by https only
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
    // A municipality's other hosts are not ours to decide on.
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
