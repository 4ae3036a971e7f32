import { Injectable } from '@nestjs/common';
import twilio from 'twilio';
import { StopByText } from '../../../topics/stop-by-text.js';

/** Answers a text that a resident sent to one of our numbers. */
@Injectable()
export class AnswerInbound {
  constructor(private readonly stopByText: StopByText) {}

  async run(from: string, to: string, text: string): Promise<string> {
    const reply = await this.stopByText.run({ from, to, text });
    const response = new twilio.twiml.MessagingResponse();
    if (reply !== undefined) response.message(reply);
    return response.toString();
  }
}
