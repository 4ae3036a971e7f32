import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { formatPhoneNumber } from '../../kernel/phone-number.js';
import { Config } from '../../platform/config/config.js';
import { unbroken } from './form-parts.js';
import { Frame, type FrameProps } from './frame.js';
import { readStylesheet } from '../style/stylesheet.js';

export interface Page extends Pick<FrameProps, 'language' | 'page' | 'title' | 'hasFaults' | 'personal'> {
  readonly body: VNode;
  /** 200 unless said. */
  readonly status?: number;
}

/** Puts a page into its frame and sends it. */
@Injectable()
export class PageRenderer {
  readonly stylesheet = readStylesheet();

  constructor(private readonly config: Config) {}

  get municipality(): string {
    return this.config.get('MUNICIPALITY_NAME');
  }

  /** A number as people in the municipality's country write it, on one line. */
  numberAsWritten(e164: string): string {
    return unbroken(formatPhoneNumber(e164, this.config.get('DEFAULT_COUNTRY')));
  }

  send(reply: FastifyReply, { body, status = 200, ...frame }: Page): void {
    const html = renderToString(
      <Frame {...frame} municipality={this.municipality} stylesheet={this.stylesheet.href}>
        {body}
      </Frame>,
    );
    const shared = status === 200 && !frame.personal;
    void reply
      .status(status)
      .type('text/html; charset=utf-8')
      .header('content-language', frame.language)
      // Pages that depend on who looks are kept by nobody, not even behind the back button of a shared computer.
      .header('cache-control', shared ? 'public, max-age=60' : 'no-store')
      .send(`<!doctype html>${html}`);
  }
}
