import type { Twilio } from 'twilio';
import { isAbroad } from '../../../kernel/phone-number.js';
import type { Config } from '../../../platform/config/config.js';
import type { Channel } from '../../../kernel/channel.js';
import { maxInFlight, type InFlight } from '../../rate/in-flight.js';
import {
  Provider,
  type Examined,
  type LookUp,
  type OutboundMessage,
  type ProviderStatus,
  type SendOutcome,
  type SentMessage,
} from '../provider.js';
import { callTwiml, codeTwiml } from './call-twiml.js';
import { codeScriptOf, scriptOf } from '../../callbacks/script-of.js';
import { examineTwilio } from './examine-twilio.js';
import { failedBecause, outcomeOf } from './twilio-errors.js';
import { twilioSdk } from './twilio-sdk.js';
import { callStatus, messageStatus } from './twilio-statuses.js';
import { UndiciClient } from './undici-client.js';

/** A listed message was accepted, even if its status is unknown to us. If it were left out, it would be sent again. */
const there: ProviderStatus = { status: 'accepted' };

/** It was sent already, or is gone. Its receipt says which. */
const tooLate = new Set(['20404', '20409', '21220', '30409', 'http-404', 'http-409']);

/** Twilio's REST API, through its SDK; or a simulator with the same API. */
export class TwilioProvider extends Provider {
  private readonly transport: UndiciClient;
  private readonly client: () => Promise<Twilio>;

  constructor(
    private readonly config: Config,
    inFlight: InFlight,
    private readonly url: string,
  ) {
    super();
    this.transport = new UndiciClient({
      baseUrl: url,
      timeoutMs: config.get('PROVIDER_TIMEOUT_MS'),
      connections: maxInFlight,
      onConcurrency: (requests) => inFlight.noteProviderCount(requests),
    });
    this.client = twilioSdk(config, this.transport);
  }

  async send(message: OutboundMessage): Promise<SendOutcome> {
    try {
      const providerRef = message.channel === 'sms' ? await this.text(message) : await this.call(message);
      return { kind: 'accepted', providerRef };
    } catch (error) {
      return outcomeOf(error, isAbroad(message.to, this.config.get('DEFAULT_COUNTRY')));
    }
  }

  private async text({ to, from, text, token, secondsLeft, beginBy }: OutboundMessage): Promise<string> {
    const client = await this.client();
    const message = {
      to,
      from,
      body: text,
      validityPeriod: Math.max(1, Math.min(Math.floor(secondsLeft), this.config.get('VALIDITY_SECONDS'))),
      statusCallback: this.callback('message-status', token),
    };
    const { sid } = await this.transport.beginBy(beginBy, () => client.messages.create(message));
    return sid;
  }

  private async call({ to, from, text, language, token, isCode, beginBy }: OutboundMessage): Promise<string> {
    const client = await this.client();
    const call = {
      to,
      from,
      ...(isCode
        ? // Does not wait for an answering machine's tone: a code is for the person who asked for it and picks up.
          { twiml: codeTwiml(codeScriptOf(this.config, text, language)) }
        : {
            twiml: callTwiml(scriptOf(this.config, text, language), this.callback('voice-key', token)),
            machineDetection: 'DetectMessageEnd',
          }),
      statusCallback: this.callback('call-status', token),
      statusCallbackEvent: ['initiated', 'answered', 'completed'],
      timeout: 40,
    };
    const { sid } = await this.transport.beginBy(beginBy, () => client.calls.create(call));
    return sid;
  }

  fetch(channel: Channel, providerRef: string): Promise<LookUp<ProviderStatus | undefined>> {
    return lookUp(async () => {
      const client = await this.client();
      return channel === 'voice'
        ? callTold(await client.calls(providerRef).fetch())
        : messageTold(await client.messages(providerRef).fetch());
    });
  }

  async cancel(channel: Channel, providerRef: string): Promise<LookUp<ProviderStatus | undefined>> {
    const answer = await lookUp(async () => {
      const client = await this.client();
      return channel === 'voice'
        ? callTold(await client.calls(providerRef).update({ status: 'canceled' }))
        : messageTold(await client.messages(providerRef).update({ status: 'canceled' }));
    });
    return answer.failed !== undefined && tooLate.has(answer.failed) ? { found: undefined } : answer;
  }

  listSince(channel: Channel, to: string, since: Date): Promise<LookUp<readonly SentMessage[]>> {
    return lookUp(async () => {
      const client = await this.client();
      if (channel === 'sms') {
        // No DateSent: a queued message has none, and would be missing from the list.
        const messages = await client.messages.list({ to, limit: 200 });
        return messages
          .filter(({ dateCreated, direction }) => dateCreated >= since && direction !== 'inbound')
          .map(({ sid, status, errorCode, body }) => ({
            ...(messageStatus(status, errorCode) ?? there),
            providerRef: sid,
            text: body,
          }));
      }
      const calls = await client.calls.list({ to, limit: 200 });
      return calls
        .filter(({ dateCreated }) => dateCreated >= since)
        .map(({ sid, status, answeredBy }) => ({
          ...(callStatus(status, null, answeredBy) ?? there),
          providerRef: sid,
        }));
    });
  }

  examine(): Promise<readonly Examined[]> {
    return examineTwilio(this.config, this.url);
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

type TwilioCall = Pick<
  Awaited<ReturnType<ReturnType<Twilio['calls']>['fetch']>>,
  'status' | 'from' | 'answeredBy'
>;
type TwilioMessage = Pick<
  Awaited<ReturnType<ReturnType<Twilio['messages']>['fetch']>>,
  'status' | 'errorCode' | 'from'
>;

const callTold = ({ status, from, answeredBy }: TwilioCall) =>
  withSender(callStatus(status, null, answeredBy), from);

const messageTold = ({ status, errorCode, from }: TwilioMessage) =>
  withSender(messageStatus(status, errorCode), from);

const withSender = (told: ProviderStatus | undefined, senderAddress: string): ProviderStatus | undefined =>
  told && { ...told, senderAddress };

async function lookUp<T>(ask: () => Promise<T>): Promise<LookUp<T>> {
  try {
    return { found: await ask() };
  } catch (error) {
    return { failed: failedBecause(error) };
  }
}
