import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { eventKinds } from '../messages/checklist/points.js';
import { reviewText } from '../messages/checklist/review-text.js';
import { requireLanguagesOnce } from '../messages/text-languages.js';
import { TakesUpTo } from '../platform/http/body-limits.js';
import { Gives, parsed, Takes } from '../platform/http/parsed.js';
import { ForStaff, May } from '../staff/staff.guard.js';
import { TextBody } from '../broadcasts/broadcast-bodies.js';
import { NoSuchTemplate } from '../templates/template.js';
import { TemplatesRepository } from '../templates/templates.repository.js';
import { ReviewedTextAnswer } from './review-answers.js';

const Texts = z.strictObject({
  kind: z.enum(eventKinds).optional().meta({
    description: 'Of the event: `boil` is any undrinkable water. Without it, no points are looked for',
  }),
  template: z.string().max(80).optional().meta({
    description: 'Id or slug of a template that the texts are made from: gives the kind when none is given',
  }),
  texts: z.array(TextBody).min(1).max(20),
});

@ApiTags('broadcasts')
@Controller('api/v1/texts')
@ForStaff()
@May('text.measure')
export class ReviewController {
  constructor(private readonly templates: TemplatesRepository) {}

  /** What each text says of what it must say, what it leaves open, and how easy it is to read. It stores nothing. */
  @Post('review')
  // Six parts of SMS, a call and a page of 8,000 characters, in the six languages: at most three bytes a character.
  @TakesUpTo(256 * 1024)
  @HttpCode(200)
  @Takes(Texts)
  @Gives(z.array(ReviewedTextAnswer))
  async review(@Body(parsed(Texts)) { kind, template, texts }: z.infer<typeof Texts>) {
    requireLanguagesOnce(texts);
    const used = template === undefined ? undefined : await this.templates.findNamed(template);
    if (template !== undefined && !used) throw NoSuchTemplate();
    return texts.map((text) => reviewText(text, kind ?? used?.content.event));
  }
}
