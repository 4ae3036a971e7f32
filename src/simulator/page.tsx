import { createHash } from 'node:crypto';
import type { FastifyReply } from 'fastify';
import type { ComponentChildren, VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { pageScript } from './page-script.js';
import { pageStyle } from './page-style.js';

const hash = (source: string) => `'sha256-${createHash('sha256').update(source).digest('base64')}'`;

const policyFor = (formTargets: readonly string[]): string =>
  [
    "default-src 'none'",
    `style-src ${hash(pageStyle)}`,
    `script-src ${hash(pageScript)}`,
    "connect-src 'self'",
    `form-action ${["'self'", ...formTargets].join(' ')}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

/** The layout of all pages of the simulator. */
export function Page(props: {
  title: string;
  here: 'home' | 'handsets' | 'thread' | 'social';
  children: ComponentChildren;
}) {
  return (
    <html lang="sv">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>{`${props.title} – Simulatorn`}</title>
        <style dangerouslySetInnerHTML={{ __html: pageStyle }} />
      </head>
      <body>
        <a class="skip" href="#innehall">
          Till innehållet
        </a>
        <header>
          <nav class="inner" aria-label="Simulatorn">
            <a class="name" href="/" aria-current={props.here === 'home' ? 'page' : undefined}>
              Simulatorn
            </a>
            <a href="/handsets" aria-current={props.here === 'handsets' ? 'page' : undefined}>
              Telefoner
            </a>
            <a href="/social" aria-current={props.here === 'social' ? 'page' : undefined}>
              Sociala medier
            </a>
          </nav>
        </header>
        <main id="innehall">{props.children}</main>
        <footer>
          <p class="inner">Allt här är på låtsas. Inget når en riktig telefon eller ett riktigt nätverk.</p>
        </footer>
        <script dangerouslySetInnerHTML={{ __html: pageScript }} />
      </body>
    </html>
  );
}

/** @param formTargets other origins that a form may lead to, also by a redirect */
export function sendPage(
  reply: FastifyReply,
  page: VNode,
  formTargets: readonly string[] = [],
): FastifyReply {
  return reply
    .type('text/html; charset=utf-8')
    .headers({
      'content-security-policy': policyFor(formTargets),
      'cache-control': 'no-store',
      vary: 'accept',
    })
    .send(`<!doctype html>${renderToString(page)}`);
}

const clock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Stockholm',
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

/** A time in milliseconds since 1970, shown in Swedish local time. */
export function When({ at }: { at: number }) {
  return <time dateTime={new Date(at).toISOString()}>{clock.format(at)}</time>;
}

/** Swedish numbers with a known area code in groups (`+46 70 174 06 05`, `+46 8 465 004 00`); others unchanged. */
export function readableNumber(e164: string): string {
  const groups =
    /^(\+46)(7\d|31|40)(\d{3})(\d\d)(\d\d)$/.exec(e164) ?? /^(\+46)(8)(\d{3})(\d{3})(\d\d)$/.exec(e164);
  return groups ? groups.slice(1).join(' ') : e164;
}
