import { Injectable, type OnModuleInit, type RawBodyRequest } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ReceiptInbox } from '../../../deliveries/receipt-inbox.js';
import type { Receipt } from '../../../deliveries/receipts.repository.js';
import { Config } from '../../../platform/config/config.js';
import { callbackBody } from '../../../platform/http/body-limits.js';
import { CallbackMalformed, requireField, requireToken, type Form } from './callback.js';
import { requireSignature } from './signature.js';
import { callStatus, messageStatus } from './twilio-statuses.js';

/** Where each kind of receipt says what. */
const kinds = {
  'message-status': { ref: 'MessageSid', status: 'MessageStatus', meaning: messageStatus },
  'call-status': { ref: 'CallSid', status: 'CallStatus', meaning: callStatus },
} as const;
type Kind = keyof typeof kinds;

type Callback = RawBodyRequest<FastifyRequest<{ Querystring: { t?: string }; Body: Form | undefined }>>;

/**
 * Takes receipts: each is checked, kept and answered at once; what it means is found out later. There are two or more
 * for each text that is sent, so they are routes of Fastify's own, past Nest's pipeline.
 */
@Injectable()
export class ReceiptCallbacks implements OnModuleInit {
  constructor(
    private readonly host: HttpAdapterHost,
    private readonly config: Config,
    private readonly inbox: ReceiptInbox,
  ) {}

  onModuleInit(): void {
    // A worker answers nobody.
    const adapter = this.host.httpAdapter as HttpAdapterHost['httpAdapter'] | null;
    const fastify = adapter?.getInstance<FastifyInstance>();
    for (const kind of Object.keys(kinds) as Kind[])
      fastify?.post(`/callbacks/twilio/${kind}`, { bodyLimit: callbackBody }, (request, reply) =>
        this.take(kind, request as Callback, reply),
      );
  }

  private async take(kind: Kind, request: Callback, reply: FastifyReply): Promise<void> {
    requireSignature(this.config, request);
    await this.inbox.keep(receiptIn(kind, request.query.t, request.body ?? {}));
    void reply.code(204).send();
  }
}

/** @throws callback.malformed */
function receiptIn(kind: Kind, text: string | undefined, form: Form): Receipt {
  const { ref, status, meaning } = kinds[kind];
  const token = requireToken(text);
  const providerRef = requireField(form, ref);
  const senderAddress = form['From'] === undefined ? undefined : requireField(form, 'From');
  const errorCode = form['ErrorCode'] ? requireField(form, 'ErrorCode') : undefined;
  const told = meaning(form[status] ?? '', errorCode, form['AnsweredBy']);
  if (!told) throw CallbackMalformed({ what: 'a known status' });
  // What is spread comes last: each field behind it costs more than reading the form does.
  return { providerRef, senderAddress, ...token, ...told };
}
