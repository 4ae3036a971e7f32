import { Body, Controller, Header, HttpCode, Post, Query, Req, type RawBodyRequest } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { refusal } from '../../../kernel/refusal.js';
import { readToken, type DeliveryToken } from '../../../deliveries/delivery-token.js';
import { ReceiptInbox } from '../../../deliveries/receipt-inbox.js';
import { Config } from '../../../platform/config/config.js';
import type { ProviderStatus } from '../../provider.js';
import { AnswerInbound } from './answer-inbound.js';
import { AnswerKey } from './answer-key.js';
import { requireSignature } from './signature.js';
import { callStatus, messageStatus } from './twilio-statuses.js';

type Form = Readonly<Record<string, string | undefined>>;

const CallbackMalformed = refusal('callback.malformed', 'invalid', {
  sv: 'Återanropet saknar något: {what}.',
  en: 'The callback lacks something: {what}.',
});

/** What Twilio tells us. Each is checked, kept and answered at once; what it means is found out later. */
@ApiExcludeController()
@Controller('callbacks/twilio')
export class TwilioCallbacksController {
  constructor(
    private readonly config: Config,
    private readonly inbox: ReceiptInbox,
    private readonly answerInbound: AnswerInbound,
    private readonly answerKey: AnswerKey,
  ) {}

  @Post('message-status')
  @HttpCode(204)
  async messageStatus(
    @Req() request: RawBodyRequest<FastifyRequest>,
    @Query('t') token: string | undefined,
    @Body() form: Form,
  ): Promise<void> {
    requireSignature(this.config, request);
    const told = messageStatus(form['MessageStatus'] ?? '', form['ErrorCode']);
    await this.keep(token, form['MessageSid'], form['From'], told);
  }

  @Post('call-status')
  @HttpCode(204)
  async callStatus(
    @Req() request: RawBodyRequest<FastifyRequest>,
    @Query('t') token: string | undefined,
    @Body() form: Form,
  ): Promise<void> {
    requireSignature(this.config, request);
    const told = callStatus(form['CallStatus'] ?? '', form['ErrorCode']);
    await this.keep(token, form['CallSid'], form['From'], told);
  }

  /** A key pressed during a call: 1 confirms, 2 repeats. */
  @Post('voice-key')
  @HttpCode(200)
  @Header('content-type', 'text/xml; charset=utf-8')
  voiceKey(
    @Req() request: RawBodyRequest<FastifyRequest>,
    @Query('t') token: string | undefined,
    @Body() form: Form,
  ): Promise<string> {
    requireSignature(this.config, request);
    return this.answerKey.run(requireToken(token), token ?? '', form['Digits'] ?? '');
  }

  /** A text to one of our numbers: STOPP, mostly. */
  @Post('inbound')
  @HttpCode(200)
  @Header('content-type', 'text/xml; charset=utf-8')
  inbound(@Req() request: RawBodyRequest<FastifyRequest>, @Body() form: Form): Promise<string> {
    requireSignature(this.config, request);
    const { From: from, To: to, Body: text = '', MessageSid: ref } = form;
    if (!from || !to || !ref) throw CallbackMalformed({ what: 'From, To, MessageSid' });
    return this.answerInbound.run({ from, to, text, ref });
  }

  private async keep(
    text: string | undefined,
    providerRef: string | undefined,
    senderAddress: string | undefined,
    status: ProviderStatus | undefined,
  ) {
    const token = requireToken(text);
    if (!providerRef) throw CallbackMalformed({ what: 'MessageSid / CallSid' });
    if (!status) throw CallbackMalformed({ what: 'a known status' });
    await this.inbox.keep({ ...token, providerRef, senderAddress, ...status });
  }
}

function requireToken(text: string | undefined): DeliveryToken {
  const token = readToken(text ?? '');
  if (!token) throw CallbackMalformed({ what: 't' });
  return token;
}
