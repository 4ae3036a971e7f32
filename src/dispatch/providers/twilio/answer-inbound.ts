import { Injectable } from '@nestjs/common';
import twilio from 'twilio';
import { AnswerText } from '../../../topics/answer-text.js';
import type { InboundText } from '../../../topics/stop-by-text.js';

/** Answers a text that a resident sent to one of our numbers. */
@Injectable()
export class AnswerInbound {
  constructor(private readonly answerText: AnswerText) {}

  async run(inbound: InboundText): Promise<string> {
    const reply = await this.answerText.run(inbound);
    const response = new twilio.twiml.MessagingResponse();
    if (reply !== undefined) response.message(reply);
    return response.toString();
  }
}
