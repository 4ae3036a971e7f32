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

export interface Page extends Pick<FrameProps, 'language' | 'page' | 'title' | 'hasFaults' | 'personal'> {
  readonly body: VNode;
  /** The default is 200. */
  readonly status?: number;
}

/** Renders a page in its frame and sends it. */
@Injectable()
export class PageRenderer {
  readonly stylesheet: Stylesheet;

  constructor(
    private readonly config: Config,
    private readonly brand: Brand,
  ) {
    this.stylesheet = readStylesheet(brand);
  }

  get municipality(): string {
    return this.config.get('MUNICIPALITY_NAME');
  }

  /** A number in the national format of the municipality's country, kept on one line. */
  numberAsWritten(e164: string): string {
    return unbroken(formatPhoneNumber(e164, this.config.get('DEFAULT_COUNTRY')));
  }

  send(reply: FastifyReply, { body, status = 200, ...frame }: Page): void {
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
    const shared = status === 200 && !frame.personal;
    void reply
      .status(status)
      .type('text/html; charset=utf-8')
      .header('content-language', frame.language)
      // Personal pages are never cached, not even for the back button of a shared computer.
      .header('cache-control', shared ? 'public, max-age=60' : 'no-store')
      .send(`<!doctype html>${html}`);
  }
}
