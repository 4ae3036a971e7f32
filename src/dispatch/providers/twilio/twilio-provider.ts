import { Injectable } from '@nestjs/common';
import twilio from 'twilio';
import { isAbroad } from '../../../kernel/phone-number.js';
import { Config } from '../../../platform/config/config.js';
import type { Channel } from '../../../deliveries/delivery.js';
import { InFlight, mostInFlight } from '../../in-flight.js';
import {
  Provider,
  type OutboundMessage,
  type ProviderStatus,
  type SendOutcome,
  type SentMessage,
} from '../../provider.js';
import { callTwiml, codeTwiml } from './call-twiml.js';
import { codeScriptOf, scriptOf } from './script-of.js';
import { outcomeOf } from './twilio-errors.js';
import { callStatus, messageStatus } from './twilio-statuses.js';
import { UndiciClient } from './undici-client.js';

/** What is listed was taken, even in a state that no rule knows: left out, it would be sent again. */
const there: ProviderStatus = { status: 'accepted' };

/** Twilio's REST API, through its SDK; or a simulator that speaks the same. */
@Injectable()
export class TwilioProvider extends Provider {
  private readonly transport: UndiciClient;
  private readonly client: twilio.Twilio;

  constructor(
    private readonly config: Config,
    inFlight: InFlight,
  ) {
    super();
    this.transport = new UndiciClient({
      baseUrl: config.providerUrl,
      timeoutMs: config.get('PROVIDER_TIMEOUT_MS'),
      connections: mostInFlight,
      onConcurrency: (requests) => inFlight.counted(requests),
    });
    this.client = twilio(config.get('TWILIO_ACCOUNT_SID'), config.get('TWILIO_AUTH_TOKEN'), {
      httpClient: this.transport.forSdk(),
      autoRetry: false,
    });
  }

  async send(message: OutboundMessage): Promise<SendOutcome> {
    const real = this.config.get('PROVIDER') === 'twilio';
    if (real && message.generated) return { kind: 'rejected', reason: 'generated-number' };
    if (real && message.exercise) return { kind: 'rejected', reason: 'exercise' };
    try {
      const providerRef = message.channel === 'sms' ? await this.text(message) : await this.call(message);
      return { kind: 'accepted', providerRef };
    } catch (error) {
      return outcomeOf(error, isAbroad(message.to, this.config.get('DEFAULT_COUNTRY')));
    }
  }

  private async text({ to, from, text, token, secondsLeft }: OutboundMessage): Promise<string> {
    const { sid } = await this.client.messages.create({
      to,
      from,
      body: text,
      validityPeriod: Math.max(1, Math.min(Math.floor(secondsLeft), this.config.get('VALIDITY_SECONDS'))),
      statusCallback: this.callback('message-status', token),
    });
    return sid;
  }

  private async call({ to, from, text, language, token, isCode }: OutboundMessage): Promise<string> {
    const { sid } = await this.client.calls.create({
      to,
      from,
      ...(isCode
        ? // Nothing waits for an answering machine's tone: a code is for whoever asked for it and picks up.
          { twiml: codeTwiml(codeScriptOf(this.config, text, language)) }
        : {
            twiml: callTwiml(scriptOf(this.config, text, language), this.callback('voice-key', token)),
            machineDetection: 'DetectMessageEnd',
          }),
      statusCallback: this.callback('call-status', token),
      statusCallbackEvent: ['initiated', 'answered', 'completed'],
      timeout: 40,
    });
    return sid;
  }

  async fetch(channel: Channel, providerRef: string): Promise<ProviderStatus | undefined> {
    try {
      if (channel === 'voice') {
        const { status, from } = await this.client.calls(providerRef).fetch();
        return withSender(callStatus(status), from);
      }
      const { status, errorCode, from } = await this.client.messages(providerRef).fetch();
      return withSender(messageStatus(status, errorCode), from);
    } catch {
      return undefined;
    }
  }

  async listSince(channel: Channel, to: string, since: Date): Promise<readonly SentMessage[] | undefined> {
    try {
      if (channel === 'sms') {
        // No DateSent: what is still queued has none, and would be left out of the list.
        const messages = await this.client.messages.list({ to, limit: 200 });
        return messages
          .filter(({ dateCreated, direction }) => dateCreated >= since && direction !== 'inbound')
          .map(({ sid, status, errorCode, body }) => ({
            ...(messageStatus(status, errorCode) ?? there),
            providerRef: sid,
            text: body,
          }));
      }
      const calls = await this.client.calls.list({ to, limit: 200 });
      return calls
        .filter(({ dateCreated }) => dateCreated >= since)
        .map(({ sid, status }) => ({ ...(callStatus(status) ?? there), providerRef: sid }));
    } catch {
      return undefined;
    }
  }

  stopLookUps(): void {
    this.transport.stopAsking();
  }

  close(): Promise<void> {
    return this.transport.close();
  }

  private callback(path: string, token: string): string {
    return `${this.config.publicUrl}/callbacks/twilio/${path}?t=${token}`;
  }
}

const withSender = (told: ProviderStatus | undefined, senderAddress: string): ProviderStatus | undefined =>
  told && { ...told, senderAddress };
