import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { formatPhoneNumber } from '../../kernel/phone-number.js';
import { Brand } from '../../platform/brand/brand.js';
import { Config } from '../../platform/config/config.js';
import { unbroken } from './form-parts.js';
import { Frame, type FrameProps } from './frame.js';
import { readStylesheet, type Stylesheet } from '../style/stylesheet.js';

export interface Page extends Omit<FrameProps, 'municipality' | 'brand' | 'stylesheet' | 'children'> {
  readonly body: VNode;
  /** The default is 200. */
  readonly status?: number;
  /** Seconds for which caches keep a page that is for everyone; the default is 60. */
  readonly maxAge?: number;
}

/** Renders a page in its frame and sends it. */
@Injectable()
export class PageRenderer {
  private sheet: Stylesheet;
  private styled: string;

  constructor(
    private readonly config: Config,
    private readonly brand: Brand,
  ) {
    this.sheet = readStylesheet(brand);
    this.styled = brand.version;
  }

  /** Changes with everything that a page shows of the brand, its stylesheet included. */
  get look(): string {
    return `${this.brand.version}.${this.stylesheet.href}`;
  }

  get stylesheet(): Stylesheet {
    if (this.styled !== this.brand.version) {
      this.sheet = readStylesheet(this.brand);
      this.styled = this.brand.version;
    }
    return this.sheet;
  }

  get municipality(): string {
    return this.config.get('MUNICIPALITY_NAME');
  }

  /** A number in the national format of the municipality's country, kept on one line. */
  numberAsWritten(e164: string): string {
    return unbroken(formatPhoneNumber(e164, this.config.get('DEFAULT_COUNTRY')));
  }

  html({ body, status: _, maxAge: __, ...frame }: Page): string {
    const html = renderToString(
      <Frame
        {...frame}
        municipality={this.municipality}
        brand={this.brand.parts}
        stylesheet={this.stylesheet.href}
      >
        {body}
      </Frame>,
    );
    return `<!doctype html>${html}`;
  }

  send(reply: FastifyReply, page: Page): void {
    const { status = 200, maxAge = 60, ...frame } = page;
    const shared = status === 200 && !frame.personal;
    void reply
      .status(status)
      .type('text/html; charset=utf-8')
      .header('content-language', frame.language)
      // Personal pages are never cached, not even for the back button of a shared computer.
      .header('cache-control', shared ? `public, max-age=${maxAge}` : 'no-store')
      .send(this.html(page));
  }
}
