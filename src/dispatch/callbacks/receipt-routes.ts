import { Injectable, type RawBodyRequest } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ReceiptInbox } from '../../deliveries/ledger/receipt-inbox.js';
import type { Receipt } from '../../deliveries/ledger/receipts.repository.js';
import { callbackBody } from '../../platform/http/body-limits.js';
import type { Form } from './callback.js';

/** A receipt as it arrived. `t` is the delivery's token. */
export type ReceiptCallback = RawBodyRequest<
  FastifyRequest<{ Querystring: { t?: string }; Body: Form | undefined }>
>;

/**
 * Takes receipts: each is verified, stored and answered at once, and applied later. There are two or more for each
 * text, so they are plain Fastify routes that bypass Nest's pipeline.
 */
@Injectable()
export class ReceiptRoutes {
  constructor(
    private readonly host: HttpAdapterHost,
    private readonly inbox: ReceiptInbox,
  ) {}

  /** @param read verifies the sender and reads the receipt; it throws a refusal if either fails */
  add(path: string, read: (callback: ReceiptCallback) => Receipt): void {
    // A worker has no HTTP server.
    const adapter = this.host.httpAdapter as HttpAdapterHost['httpAdapter'] | null;
    adapter
      ?.getInstance<FastifyInstance>()
      .post(path, { bodyLimit: callbackBody }, (request, reply) =>
        this.take(read(request as ReceiptCallback), reply),
      );
  }

  /** Returns the reply: if a handler returns nothing before its answer is sent, Fastify answers a second time. */
  private async take(receipt: Receipt, reply: FastifyReply): Promise<FastifyReply> {
    await this.inbox.keep(receipt);
    return reply.code(204).send();
  }
}
