import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { findProjectFile } from '../../platform/files/project-file.js';
import { Brand } from '../../platform/brand/brand.js';
import { refusal } from '../../kernel/refusal.js';
import { TopicsRepository } from '../../topics/topics.repository.js';
import { sendToAnySite } from '../../platform/http/send-to-any-site.js';
import { withLook } from './widget-look.js';

const WidgetNotBuilt = refusal('widget.not-built', 'unavailable', {
  sv: 'Rutan för andra webbplatser är inte byggd. Kör `npm start`.',
  en: 'The widget for other websites is not built. Run `npm start`.',
});

/** The widget that the municipality's other websites embed, and what only it reads. */
@ApiExcludeController()
@Controller()
export class WidgetController {
  private built: string | undefined;
  private script: Script | undefined;

  constructor(
    private readonly topics: TopicsRepository,
    private readonly brand: Brand,
  ) {}

  /** @throws widget.not-built */
  @Get('widget.js')
  widget(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    this.built ??= readScript();
    if (this.built === undefined) throw WidgetNotBuilt();
    const { parts, version } = this.brand;
    if (this.script?.look !== version) {
      const written = withLook(this.built, parts);
      this.script = { look: version, body: written, tag: tagOf(written) };
    }
    const { body, tag } = this.script;
    // A new version is there within minutes, though nobody changes the page that embeds it.
    sendToAnySite(request, reply, { type: 'text/javascript; charset=utf-8', body, tag, maxAge: 300 });
  }

  /** The open topics, to choose from. */
  @Get('feeds/topics.json')
  async catalogue(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const open = (await this.topics.list()).filter(({ state }) => state === 'open');
    const body = JSON.stringify(
      open.map(({ id, slug, name, description, department }) => ({
        id,
        slug,
        name,
        description,
        department,
      })),
    );
    sendToAnySite(request, reply, {
      type: 'application/json; charset=utf-8',
      body,
      tag: tagOf(body),
      maxAge: 60,
    });
  }
}

interface Script {
  readonly look: string;
  readonly body: string;
  readonly tag: string;
}

function readScript(): string | undefined {
  const file = findProjectFile('dist/widget/widget.js');
  return file && readFileSync(file, 'utf8');
}

const tagOf = (body: string): string =>
  `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
