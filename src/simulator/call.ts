import type { SidMint } from './sids.js';
import { rfc2822 } from './twilio-dates.js';

export type CallStatus =
  'queued' | 'ringing' | 'in-progress' | 'completed' | 'busy' | 'no-answer' | 'failed' | 'canceled';
export const callEvents = ['initiated', 'ringing', 'answered', 'completed'] as const;
export type CallEvent = (typeof callEvents)[number];
export type MachineDetection = 'Enable' | 'DetectMessageEnd';

/** The TwiML of a call: a document given with it, or a URL to fetch one from. */
export interface CallScript {
  readonly twiml?: string;
  readonly url?: string;
}

/** A call as the provider stores it. Times are milliseconds since 1970. */
export class Call {
  status: CallStatus = 'queued';
  updatedAt: number;
  answeredAt: number | undefined = undefined;
  endedAt: number | undefined = undefined;
  answeredBy: string | undefined = undefined;
  errorCode: number | undefined = undefined;
  /** Number of receipts so far. */
  sequence = 0;
  /** URL to which pressed keys are posted, during the call and after it. */
  keysTo: string | undefined = undefined;

  constructor(
    readonly n: number,
    readonly to: string,
    readonly from: string,
    public script: CallScript,
    readonly createdAt: number,
    readonly machineDetection: MachineDetection | undefined,
    readonly events: ReadonlySet<CallEvent>,
    readonly statusCallback: string | undefined,
    /** Expected wait in the sender's queue in milliseconds, at the time of acceptance. */
    readonly queueMs: number,
  ) {
    this.updatedAt = createdAt;
  }

  become(status: CallStatus, now: number): void {
    this.status = status;
    this.updatedAt = now;
    if (status === 'in-progress') this.answeredAt = now;
    if (this.ended) this.endedAt = now;
  }

  get ended(): boolean {
    return !['queued', 'ringing', 'in-progress'].includes(this.status);
  }

  /** Duration in whole seconds, rounded up; 0 for an unanswered call. */
  get seconds(): number {
    if (this.answeredAt === undefined || this.endedAt === undefined) return 0;
    return Math.max(1, Math.ceil((this.endedAt - this.answeredAt) / 1000));
  }
}

/** A call as Twilio's API shows it. */
export function presentCall(call: Call, mint: SidMint, accountSid: string): object {
  const sid = mint.sid('CA', call.n);
  const uri = `/2010-04-01/Accounts/${accountSid}/Calls/${sid}`;
  const date = (ms: number | undefined) => (ms === undefined ? null : rfc2822(ms));
  return {
    sid,
    date_created: rfc2822(call.createdAt),
    date_updated: rfc2822(call.updatedAt),
    parent_call_sid: null,
    account_sid: accountSid,
    to: call.to,
    to_formatted: call.to,
    from: call.from,
    from_formatted: call.from,
    phone_number_sid: null,
    status: call.status,
    start_time: date(call.answeredAt ?? call.endedAt),
    end_time: date(call.endedAt),
    duration: call.endedAt === undefined ? null : String(call.seconds),
    price: null,
    price_unit: 'USD',
    direction: 'outbound-api',
    answered_by: call.answeredBy ?? null,
    api_version: '2010-04-01',
    forwarded_from: null,
    group_sid: null,
    caller_name: null,
    queue_time: String(Math.round(call.queueMs)),
    trunk_sid: null,
    uri: `${uri}.json`,
    subresource_uris: {
      notifications: `${uri}/Notifications.json`,
      recordings: `${uri}/Recordings.json`,
    },
  };
}

/** The parameters that Twilio sends in every webhook about a call. */
export function callParams(
  call: Call,
  mint: SidMint,
  accountSid: string,
  status: string,
): Record<string, string> {
  return {
    ...(call.answeredBy === undefined ? {} : { AnsweredBy: call.answeredBy }),
    Called: call.to,
    Caller: call.from,
    To: call.to,
    From: call.from,
    CallSid: mint.sid('CA', call.n),
    AccountSid: accountSid,
    CallStatus: status,
    Direction: 'outbound-api',
    ApiVersion: '2010-04-01',
  };
}
