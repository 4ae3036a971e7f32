import { Agenda } from './agenda.js';
import { CallJourney } from './call-journey.js';
import { CallListening } from './call-listening.js';
import type { Call } from './call.js';
import { Concurrency } from './concurrency.js';
import { DailyCounts } from './daily-counts.js';
import { Faults } from './faults.js';
import { Handsets } from './handsets.js';
import { InboundTexts } from './inbound-texts.js';
import { Ledger } from './ledger.js';
import { MessageJourney } from './message-journey.js';
import type { Message } from './message.js';
import { OptOuts } from './opt-outs.js';
import type { SimulatorOptions } from './options.js';
import { RateMeter } from './rate-meter.js';
import { Receipts, receiptsAtOnce } from './receipts.js';
import { ResourceLog } from './resource-log.js';
import { SenderQueues } from './sender-queues.js';
import { SidMint } from './sids.js';
import { realisticSpeed } from './speed.js';
import { StatusCallbacks } from './status-callbacks.js';
import { Webhooks } from './webhooks.js';

/** Creates all parts of the simulator and connects them. The routes use them through this object. */
export function createWorld(options: SimulatorOptions) {
  const { accountSid, authToken } = options;
  const speed = { ...realisticSpeed, ...options.speed };
  const mint = new SidMint();
  const agenda = new Agenda();
  const webhooks = new Webhooks(authToken, receiptsAtOnce);
  const receipts = new Receipts(webhooks, agenda);
  const callbacks = new StatusCallbacks(receipts, agenda);
  const ledger = new Ledger();
  const handsets = new Handsets(ledger);
  const messages = new ResourceLog<Message>();
  const calls = new ResourceLog<Call>();
  const optOuts = new OptOuts();
  const listening = new CallListening(webhooks, handsets, mint, accountSid);
  return {
    accountSid,
    /** The authorization header that every API request must have. */
    authorization: `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}`,
    serviceNumber: options.serviceNumber ?? '+46701740699',
    mint,
    agenda,
    receipts,
    ledger,
    rates: new RateMeter(),
    handsets,
    messages,
    calls,
    optOuts,
    listening,
    faults: new Faults(),
    daily: new DailyCounts(),
    queues: new SenderQueues(),
    concurrency: new Concurrency(),
    messageJourney: new MessageJourney(agenda, speed, callbacks, handsets, mint, accountSid),
    callJourney: new CallJourney(agenda, speed, callbacks, listening, mint, accountSid),
    inbound: new InboundTexts({
      webhooks,
      handsets,
      messages,
      optOuts,
      mint,
      accountSid,
      url: options.inboundUrl,
    }),
    async close(): Promise<void> {
      agenda.close();
      await webhooks.close();
    },
  };
}

export type World = ReturnType<typeof createWorld>;
