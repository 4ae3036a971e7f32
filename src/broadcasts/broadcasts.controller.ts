import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Put,
  Res,
  UseInterceptors,
} from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { readAudience } from '../audiences/audience.js';
import { polygonBody, TakesUpTo } from '../platform/http/body-limits.js';
import { Asks, Gives, parsed, Takes } from '../platform/http/parsed.js';
import type { Member } from '../staff/member.js';
import { IdempotencyInterceptor } from '../staff/idempotency.interceptor.js';
import { CurrentMember, ForStaff, May } from '../staff/staff.guard.js';
import { states } from './broadcast.js';
import { BroadcastAnswer, BroadcastSummaryAnswer } from './broadcast-answers.js';
import { DraftBody, EditBody } from './broadcast-bodies.js';
import { rightTo } from './broadcast-rights.js';
import { ApproveBroadcast } from './approve-broadcast.js';
import { ControlBroadcast } from './control-broadcast.js';
import { SubmitBroadcast } from './submit-broadcast.js';
import { TurnDownBroadcast } from './turn-down-broadcast.js';
import { BroadcastsRepository } from './broadcasts.repository.js';
import { PresentBroadcast } from './present-broadcast.js';
import { WriteBroadcast, type BroadcastDraft } from './write-broadcast.js';

const Submission = z.strictObject({ count: z.number().int().optional() }).default({});
const ApprovalBody = z
  .strictObject({
    contentHash: z.string().max(100).optional().meta({
      description:
        'Of the broadcast that you have read. Required. Refused if the broadcast has changed since',
    }),
    reminderHash: z.string().max(100).optional().meta({
      description: 'The contentHash of the reminder of the alert, if it has one: it is approved too',
    }),
    count: z.number().int().optional().meta({
      description:
        'The count of now, to approve after broadcast.count-changed; a person must give it above TYPE_COUNT_ABOVE',
    }),
    opened: z.array(z.string().max(40)).max(50).optional().meta({
      description:
        'What you opened before: map, checklist, spoken, reminder, and text- with a language, as text-sv. Kept in the audit log',
    }),
    breakGlass: z.string().trim().min(10).max(500).optional(),
  })
  .default({});
const Note = z.strictObject({ note: z.string().trim().min(1).max(1000) });
const Nothing = z.strictObject({}).default({});
const Listing = z.strictObject({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  before: z
    .uuid()
    .optional()
    .meta({ description: 'The last broadcast of the page before: those that are older' }),
  state: z
    .union([z.enum(states), z.array(z.enum(states))])
    .optional()
    .meta({ description: 'Only those in this state; may be given several times' }),
});

type Of<S extends z.ZodType> = z.infer<S>;
const Id = () => Param('id', new ParseUUIDPipe());

/** Broadcasts: write, submit, approve, control. */
@ApiTags('broadcasts')
@Controller('api/v1/broadcasts')
@ForStaff()
@UseInterceptors(IdempotencyInterceptor)
export class BroadcastsController {
  constructor(
    private readonly broadcasts: BroadcastsRepository,
    private readonly write: WriteBroadcast,
    private readonly present: PresentBroadcast,
    private readonly submitBroadcast: SubmitBroadcast,
    private readonly approveBroadcast: ApproveBroadcast,
    private readonly turnDownBroadcast: TurnDownBroadcast,
    private readonly controlBroadcast: ControlBroadcast,
  ) {}

  @Get()
  @May('broadcast.read')
  @Gives(z.array(BroadcastSummaryAnswer))
  async list(
    @Asks(Listing) { limit, before, state }: Of<typeof Listing>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const wanted = { before, states: state === undefined ? undefined : [state].flat() };
    const found = await this.broadcasts.list({ ...wanted, limit: limit + 1 });
    const page = found.slice(0, limit);
    if (found.length > limit) reply.header('link', nextPage(page.at(-1)!.id, limit, wanted.states));
    return this.present.list(page);
  }

  @Get(':id')
  @May('broadcast.read')
  @Gives(BroadcastAnswer)
  async get(@Id() id: string, @CurrentMember() member: Member) {
    return this.present.one(await this.broadcasts.get(id), member);
  }

  @Post()
  @May(rightTo.edit)
  @TakesUpTo(polygonBody)
  @Takes(DraftBody)
  @Gives(BroadcastAnswer, 201)
  async create(@Body(parsed(DraftBody)) body: Of<typeof DraftBody>, @CurrentMember() member: Member) {
    return this.present.one(await this.write.create(toDraft(body), member), member);
  }

  @Put(':id')
  @May(rightTo.edit)
  @TakesUpTo(polygonBody)
  @Takes(EditBody)
  @Gives(BroadcastAnswer)
  async edit(
    @Id() id: string,
    @Body(parsed(EditBody)) { version, ...body }: Of<typeof EditBody>,
    @CurrentMember() member: Member,
  ) {
    return this.present.one(await this.write.edit(id, toDraft(body), member, version), member);
  }

  @Post(':id/submission')
  @May(rightTo.submission)
  @HttpCode(200)
  @Takes(Submission)
  @Gives(BroadcastAnswer)
  async submit(
    @Id() id: string,
    @Body(parsed(Submission)) body: Of<typeof Submission>,
    @CurrentMember() member: Member,
  ) {
    return this.present.one(await this.submitBroadcast.run(id, member, body.count), member);
  }

  @Post(':id/approval')
  @May(rightTo.approval)
  @HttpCode(200)
  @Takes(ApprovalBody)
  @Gives(BroadcastAnswer)
  async approve(
    @Id() id: string,
    @Body(parsed(ApprovalBody)) body: Of<typeof ApprovalBody>,
    @CurrentMember() member: Member,
  ) {
    return this.present.one(await this.approveBroadcast.run(id, member, body), member);
  }

  @Post(':id/return')
  @May(rightTo.return)
  @HttpCode(200)
  @Takes(Note)
  @Gives(BroadcastAnswer)
  async sendBack(
    @Id() id: string,
    @Body(parsed(Note)) body: Of<typeof Note>,
    @CurrentMember() member: Member,
  ) {
    return this.present.one(await this.turnDownBroadcast.run(id, 'return', member, body.note), member);
  }

  @Post(':id/rejection')
  @May(rightTo.rejection)
  @HttpCode(200)
  @Takes(Note)
  @Gives(BroadcastAnswer)
  async reject(@Id() id: string, @Body(parsed(Note)) body: Of<typeof Note>, @CurrentMember() member: Member) {
    return this.present.one(await this.turnDownBroadcast.run(id, 'rejection', member, body.note), member);
  }

  @Post(':id/pause')
  @May(rightTo.pause)
  @HttpCode(200)
  @Gives(BroadcastAnswer)
  async pause(@Id() id: string, @Body(parsed(Nothing)) _: object, @CurrentMember() member: Member) {
    return this.present.one(await this.controlBroadcast.run(id, 'pause', member), member);
  }

  @Post(':id/resumption')
  @May(rightTo.resumption)
  @HttpCode(200)
  @Gives(BroadcastAnswer)
  async resume(@Id() id: string, @Body(parsed(Nothing)) _: object, @CurrentMember() member: Member) {
    return this.present.one(await this.controlBroadcast.run(id, 'resumption', member), member);
  }

  @Post(':id/start-now')
  @May(rightTo['start-now'])
  @HttpCode(200)
  @Gives(BroadcastAnswer)
  async startNow(@Id() id: string, @Body(parsed(Nothing)) _: object, @CurrentMember() member: Member) {
    return this.present.one(await this.controlBroadcast.run(id, 'start-now', member), member);
  }

  @Post(':id/cancellation')
  @May(rightTo.cancellation)
  @HttpCode(200)
  @Gives(BroadcastAnswer)
  async cancel(@Id() id: string, @Body(parsed(Nothing)) _: object, @CurrentMember() member: Member) {
    return this.present.one(await this.controlBroadcast.run(id, 'cancellation', member), member);
  }
}

/** The Link header to older broadcasts (RFC 8288). It is omitted if there are none. */
function nextPage(before: string, limit: number, states: readonly string[] = []): string {
  const query = new URLSearchParams([
    ['limit', String(limit)],
    ['before', before],
    ...states.map((state) => ['state', state]),
  ]);
  return `</api/v1/broadcasts?${query.toString()}>; rel="next"`;
}

/** All fields, with undefined for those left out: a change without a field removes it. */
const nothing = Object.fromEntries(Object.keys(DraftBody.shape).map((field) => [field, undefined]));

const toDraft = (body: Of<typeof DraftBody>): BroadcastDraft => ({
  ...nothing,
  ...body,
  audience: body.audience && readAudience(body.audience),
  texts: body.texts ?? [],
  lane: body.lane ?? 'routine',
  startsAt: body.startsAt === undefined ? undefined : new Date(body.startsAt),
  expiresAt: new Date(body.expiresAt),
});
