import { Injectable, type RawBodyRequest } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ReceiptInbox } from '../../deliveries/ledger/receipt-inbox.js';
import type { Receipt } from '../../deliveries/ledger/receipts.repository.js';
import { callbackBody } from '../../platform/http/body-limits.js';
import type { Form } from './callback.js';

/** A receipt as it came. `t` is the delivery's token. */
export type ReceiptCallback = RawBodyRequest<
  FastifyRequest<{ Querystring: { t?: string }; Body: Form | undefined }>
>;

/**
 * Takes receipts: each is checked, kept and answered at once; what it means is found out later. There are two or more
 * for each text that is sent, so they are routes of Fastify's own, past Nest's pipeline.
 */
@Injectable()
export class ReceiptRoutes {
  constructor(
    private readonly host: HttpAdapterHost,
    private readonly inbox: ReceiptInbox,
  ) {}

  /** @param read checks who sent it and reads it; it throws a refusal where either fails */
  add(path: string, read: (callback: ReceiptCallback) => Receipt): void {
    // A worker answers nobody.
    const adapter = this.host.httpAdapter as HttpAdapterHost['httpAdapter'] | null;
    adapter
      ?.getInstance<FastifyInstance>()
      .post(path, { bodyLimit: callbackBody }, (request, reply) =>
        this.take(read(request as ReceiptCallback), reply),
      );
  }

  /** Returns the reply: Fastify would answer once more for a handler that returns nothing before its answer is out. */
  private async take(receipt: Receipt, reply: FastifyReply): Promise<FastifyReply> {
    await this.inbox.keep(receipt);
    return reply.code(204).send();
  }
}
