import { Injectable } from '@nestjs/common';
import twilio from 'twilio';
import { StopByText, type InboundText } from '../../../topics/stop-by-text.js';

/** Answers a text that a resident sent to one of our numbers. */
@Injectable()
export class AnswerInbound {
  constructor(private readonly stopByText: StopByText) {}

  async run(inbound: InboundText): Promise<string> {
    const reply = await this.stopByText.run(inbound);
    const response = new twilio.twiml.MessagingResponse();
    if (reply !== undefined) response.message(reply);
    return response.toString();
  }
}
