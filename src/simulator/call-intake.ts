import { readCallDraft } from './call-draft.js';
import { Call } from './call.js';
import type { FaultPlan } from './fault-plan.js';
import type { Form } from './form.js';
import type { Place } from './sender-queues.js';
import { detached, interned } from './texts.js';
import { callQueueFull } from './twilio-error.js';
import type { World } from './world.js';

/** Accepts a call and records it in the ledger. @throws TwilioError the error that Twilio gives */
export function acceptCall(form: Form, faults: FaultPlan, world: World): { call: Call; place: Place } {
  const { to, from, script, statusCallback, events, machineDetection } = readCallDraft(form);
  const place = world.queues.join('call', from, 1);
  if (place.full) throw callQueueFull();
  const said = script.twiml === undefined ? script : { twiml: interned(script.twiml) };
  const call = world.calls.add(
    new Call(
      world.calls.next,
      detached(to),
      interned(from),
      said,
      Date.now(),
      machineDetection,
      events,
      statusCallback === undefined ? undefined : detached(statusCallback),
      place.waitMs,
    ),
  );
  world.ledger.accept(call, faults.latencyMs);
  world.rates.note('call', call.from, 1);
  return { call, place };
}
