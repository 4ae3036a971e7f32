import { Body, Controller, Header, HttpCode, Post, Query, Req, type RawBodyRequest } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { callbackBody, TakesUpTo } from '../../../platform/http/body-limits.js';
import { Config } from '../../../platform/config/config.js';
import { AnswerText } from '../../../topics/answer-text.js';
import type { InboundText } from '../../../topics/stop-by-text.js';
import { AnswerKey } from '../../callbacks/answer-key.js';
import { requireField, requireToken, type Form } from '../../callbacks/callback.js';
import { keyTwiml, replyTwiml } from './call-twiml.js';
import { requireSignature } from './signature.js';

/** The account's own keywords, which Twilio has already acted on. */
const optOutTypes = new Map<string, NonNullable<InboundText['taken']>>([
  ['STOP', 'stop'],
  ['START', 'start'],
  ['HELP', 'help'],
]);

/** What residents send us through Twilio: a pressed key, a text. */
@ApiExcludeController()
@Controller('callbacks/twilio')
export class TwilioCallbacksController {
  constructor(
    private readonly config: Config,
    private readonly answerText: AnswerText,
    private readonly answerKey: AnswerKey,
  ) {}

  /** A key pressed during a call: 1 confirms, 2 repeats. */
  @Post('voice-key')
  @TakesUpTo(callbackBody)
  @HttpCode(200)
  @Header('content-type', 'text/xml; charset=utf-8')
  async voiceKey(
    @Req() request: RawBodyRequest<FastifyRequest>,
    @Query('t') token: string | undefined,
    @Body() form: Form,
  ): Promise<string> {
    requireSignature(this.config, request);
    const digits = form['Digits'] ?? '';
    const script = await this.answerKey.run(requireToken(token), digits);
    return keyTwiml(script, digits, `${this.config.publicUrl}/callbacks/twilio/voice-key?t=${token}`);
  }

  /** A text to one of our numbers, mostly STOPP. */
  @Post('inbound')
  @TakesUpTo(callbackBody)
  @HttpCode(200)
  @Header('content-type', 'text/xml; charset=utf-8')
  async inbound(@Req() request: RawBodyRequest<FastifyRequest>, @Body() form: Form): Promise<string> {
    requireSignature(this.config, request);
    const [from, to, ref] = ['From', 'To', 'MessageSid'].map((name) => requireField(form, name));
    // PostgreSQL can't store NUL characters.
    const text = (form['Body'] ?? '').replaceAll('\0', '');
    const taken = optOutTypes.get(form['OptOutType'] ?? '');
    return replyTwiml(await this.answerText.run({ from: from!, to: to!, text, ref: ref!, taken }));
  }
}
