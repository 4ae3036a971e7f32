import { Controller, Get, Header, NotFoundException } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Clock } from '../kernel/clock.js';
import { readPhoneNumber } from '../kernel/phone-number.js';
import { Config } from '../platform/config/config.js';

/** Days until security.txt expires. The standard recommends less than a year. */
const heldFor = 180;

/** Files at well-known addresses, for crawlers and for people who found a vulnerability. */
@ApiExcludeController()
@Controller()
export class WellKnownController {
  constructor(
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /** Anybody may find the pages for residents. A personal page itself says that it must not be indexed. */
  @Get('robots.txt')
  @Header('content-type', 'text/plain; charset=utf-8')
  @Header('cache-control', 'public, max-age=86400')
  robots(): string {
    return 'User-agent: *\nDisallow: /api/\nDisallow: /console\n';
  }

  /** @see https://www.rfc-editor.org/rfc/rfc9116 */
  @Get('.well-known/security.txt')
  @Header('content-type', 'text/plain; charset=utf-8')
  @Header('cache-control', 'public, max-age=86400')
  security(): string {
    const contacts = this.contacts();
    if (contacts.length === 0) throw new NotFoundException();
    const expires = this.clock.now();
    expires.setUTCDate(expires.getUTCDate() + heldFor);
    return [
      ...contacts.map((uri) => `Contact: ${uri}`),
      `Expires: ${expires.toISOString()}`,
      'Preferred-Languages: sv, en',
      `Canonical: ${this.config.publicUrl}/.well-known/security.txt`,
      '',
    ].join('\n');
  }

  /** In order of preference. */
  private contacts(): string[] {
    const [email, url, phone] = (['CONTACT_EMAIL', 'CONTACT_URL', 'CONTACT_PHONE'] as const).map((name) =>
      this.config.get(name),
    );
    const number = phone && readPhoneNumber(phone, this.config.get('DEFAULT_COUNTRY'));
    return [
      ...(email ? [`mailto:${email}`] : []),
      ...(url?.startsWith('https:') ? [url] : []),
      ...(number ? [`tel:${number.e164}`] : []),
    ];
  }
}
