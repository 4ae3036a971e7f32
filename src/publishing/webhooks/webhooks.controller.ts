import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, UseInterceptors } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Asks, Gives, parsed, Takes } from '../../platform/http/parsed.js';
import { IdempotencyInterceptor } from '../../staff/idempotency.interceptor.js';
import type { Member } from '../../staff/member.js';
import { ShownOnce } from '../../staff/shown-once.js';
import { CurrentMember, ForStaff, May } from '../../staff/staff.guard.js';
import { KeepEndpoints } from './keep-endpoints.js';
import { RotateSecret } from './rotate-secret.js';
import { SendByHand } from './send-by-hand.js';
import { NewWebhookAnswer, WebhookAnswer, WebhookLogAnswer } from './webhook-answers.js';
import { logPage, WebhookDeliveries } from './webhook-deliveries.repository.js';
import { WebhookBody, WebhookChangeBody } from './webhook-endpoint-bodies.js';
import type { WebhookEndpointEntity } from './webhook-endpoint.entity.js';
import { WebhookEndpoints } from './webhook-endpoints.repository.js';

const Id = () => Param('id', parsed(z.uuid()));
const Page = z.strictObject({
  before: z
    .string()
    .regex(/^\d{1,18}$/)
    .optional()
    .meta({ description: '`next` of the page before' }),
});
const Sent = z.strictObject({});

/** The systems that are told what happens to broadcasts. */
@ApiTags('webhooks')
@ForStaff()
@UseInterceptors(IdempotencyInterceptor)
@Controller('api/v1/webhooks')
export class WebhooksController {
  constructor(
    private readonly endpoints: WebhookEndpoints,
    private readonly deliveries: WebhookDeliveries,
    private readonly keep: KeepEndpoints,
    private readonly secrets: RotateSecret,
    private readonly byHand: SendByHand,
  ) {}

  @Get()
  @May('webhook.write')
  @Gives(z.array(WebhookAnswer))
  async list() {
    return (await this.endpoints.list()).map(present);
  }

  @Post()
  @May('webhook.write')
  @ShownOnce()
  @Takes(WebhookBody)
  @Gives(NewWebhookAnswer, 201)
  async add(@Body(parsed(WebhookBody)) body: z.infer<typeof WebhookBody>, @CurrentMember() member: Member) {
    const { id, secret } = await this.keep.add(body, member);
    return { webhook: await this.one(id), secret };
  }

  @Put(':id')
  @May('webhook.write')
  @Takes(WebhookChangeBody)
  @Gives(WebhookAnswer)
  async change(
    @Id() id: string,
    @Body(parsed(WebhookChangeBody)) { version, ...fields }: z.infer<typeof WebhookChangeBody>,
    @CurrentMember() member: Member,
  ) {
    await this.keep.change(id, version, fields, member);
    return this.one(id);
  }

  @Delete(':id')
  @May('webhook.write')
  @HttpCode(204)
  async remove(@Id() id: string, @CurrentMember() member: Member): Promise<void> {
    await this.keep.remove(id, member);
  }

  @Post(':id/secrets')
  @May('webhook.write')
  @ShownOnce()
  @Gives(NewWebhookAnswer, 201)
  async rotate(@Id() id: string, @CurrentMember() member: Member) {
    const secret = await this.secrets.rotate(id, member);
    return { webhook: await this.one(id), secret };
  }

  @Delete(':id/secrets/previous')
  @May('webhook.write')
  @Gives(WebhookAnswer)
  async dropPrevious(@Id() id: string, @CurrentMember() member: Member) {
    await this.secrets.dropPrevious(id, member);
    return this.one(id);
  }

  @Post(':id/tests')
  @May('webhook.write')
  @HttpCode(202)
  @Gives(Sent, 202)
  async test(@Id() id: string, @CurrentMember() member: Member) {
    await this.byHand.test(id, member);
    return {};
  }

  @Get(':id/deliveries')
  @May('webhook.write')
  @Gives(WebhookLogAnswer)
  async log(@Id() id: string, @Asks(Page) { before }: z.infer<typeof Page>) {
    await this.endpoints.get(id);
    const rows = await this.deliveries.log(id, before);
    const tries = await this.deliveries.triesOf(rows.map(({ n }) => n));
    return {
      deliveries: rows.map((row) => ({
        id: row.id,
        type: row.type,
        broadcast: row.broadcastId,
        at: row.at,
        state: row.state,
        tries: row.tries,
        lastTryAt: row.lastTryAt,
        nextTryAt: row.nextTryAt,
        status: row.status,
        reason: row.reason,
        log: (tries.get(row.n) ?? []).map(({ at, took, status, reason }) => ({ at, took, status, reason })),
      })),
      next: rows.length === logPage ? rows.at(-1)!.n : undefined,
    };
  }

  @Post(':id/deliveries/:delivery/replay')
  @May('webhook.write')
  @HttpCode(202)
  @Gives(Sent, 202)
  async replay(
    @Id() id: string,
    @Param('delivery', parsed(z.uuid())) delivery: string,
    @CurrentMember() member: Member,
  ) {
    await this.byHand.replay(id, delivery, member);
    return {};
  }

  private async one(id: string) {
    return present(await this.endpoints.get(id));
  }
}

const present = ({ activeSince, secret: _, previousSecret, ...endpoint }: WebhookEndpointEntity) => ({
  ...endpoint,
  active: activeSince !== undefined,
  hasPreviousSecret: previousSecret !== undefined,
});
