import { Controller, Get, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { Asks, Gives } from '../../platform/http/parsed.js';
import { AuditLog } from '../../staff/audit-log.js';
import type { Member } from '../../staff/member.js';
import { CurrentMember, ForStaff, May } from '../../staff/staff.guard.js';
import { inboundOutcomes, InboundTextsRepository } from './inbound-texts.repository.js';

const Asked = z.strictObject({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  before: z.coerce
    .number()
    .int()
    .min(1)
    .max(Number.MAX_SAFE_INTEGER)
    .optional()
    .meta({ description: 'The last id of the page before: older ones' }),
});

export const InboundTextsAnswer = z.array(
  z.strictObject({
    id: z.number().int(),
    at: z.iso.datetime(),
    from: z.string().meta({ description: 'E.164, or the short code or name that the provider gave' }),
    to: z.string().meta({ description: 'Which of our numbers' }),
    text: z.string(),
    outcome: z
      .enum(inboundOutcomes)
      .meta({ description: 'stopped and started: an agreed word was heeded; answered: with help' }),
  }),
);

/**
 * The texts that people sent to our numbers, for the staff who answer them. They show phone numbers, so each look is
 * logged.
 */
@ApiTags('topics')
@ForStaff()
@Controller('api/v1/inbound-texts')
export class InboundTextsController {
  constructor(
    private readonly texts: InboundTextsRepository,
    private readonly audit: AuditLog,
  ) {}

  @Get()
  @May('inbound.read')
  @Gives(InboundTextsAnswer)
  async list(
    @Asks(Asked) { limit, before }: z.infer<typeof Asked>,
    @CurrentMember() member: Member,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<z.infer<typeof InboundTextsAnswer>> {
    const found = await this.texts.list(limit + 1, before);
    const page = found.slice(0, limit);
    await this.audit.record({
      memberId: member.id,
      action: 'inbound.list',
      subject: 'inbound-texts',
      detail: { before: before ?? null, texts: page.length },
    });
    if (found.length > limit)
      reply.header('link', `</api/v1/inbound-texts?limit=${limit}&before=${page.at(-1)!.id}>; rel="next"`);
    return page.map(({ id, at, phone, recipient, body, outcome }) => ({
      id: Number(id),
      at: at.toISOString(),
      from: phone,
      to: recipient,
      text: body,
      outcome,
    }));
  }
}
