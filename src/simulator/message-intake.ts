import type { FaultPlan } from './fault-plan.js';
import type { Form } from './form.js';
import { readMessageDraft } from './message-draft.js';
import { Message } from './message.js';
import { knownSegmentCount } from './segments.js';
import type { Place } from './sender-queues.js';
import { detached, interned } from './texts.js';
import { dailyCapReached, textQueueFull, TwilioError } from './twilio-error.js';
import type { World } from './world.js';

/** Accepts a text and records it in the ledger. @throws TwilioError the error that Twilio gives */
export function acceptMessage(
  form: Form,
  faults: FaultPlan,
  world: World,
): { message: Message; place: Place } {
  const draft = readMessageDraft(form);
  const from = draft.from ?? world.serviceNumber;
  const now = Date.now();
  if (world.optOuts.has(draft.to, from)) {
    throw new TwilioError(21610, 'Attempt to send to unsubscribed recipient');
  }
  if (world.daily.count(from, now) >= faults.dailyCap)
    throw dailyCapReached(world.accountSid, faults.dailyCap);
  const body = interned(draft.body);
  const segments = knownSegmentCount(body);
  const place = world.queues.join('sms', from, segments);
  if (place.full && draft.service === undefined) throw textQueueFull();

  const message = world.messages.add(
    new Message(
      world.messages.next,
      detached(draft.to),
      interned(from),
      body,
      segments,
      'outbound-api',
      now,
      draft.service,
      draft.statusCallback === undefined ? undefined : detached(draft.statusCallback),
    ),
  );
  world.ledger.accept(message, faults.latencyMs);
  world.rates.note('sms', message.from, segments);
  world.daily.note(message.from, now);
  return { message, place };
}
