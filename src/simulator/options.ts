import type { AccountsOptions } from './accounts/people.js';
import type { Speed } from './speed.js';

export interface SimulatorOptions {
  /** 0: the system chooses a free port. */
  readonly port: number;
  /** Default 127.0.0.1. */
  readonly host?: string;
  /** `AC` and 32 hex digits. */
  readonly accountSid: string;
  /** Password of the API, and key of all signatures. */
  readonly authToken: string;
  /** URL to which texts from handsets are posted (Twilio's `SmsUrl`). Without it, nobody receives these texts. */
  readonly inboundUrl?: string;
  /** The sender number of messaging services. */
  readonly serviceNumber?: string;
  /** Durations of the steps. Omitted ones are realistic but short. */
  readonly speed?: Partial<Speed>;
  /** People with accounts at an identity provider on this same address, which must then be `url`. */
  readonly accounts?: AccountsOptions & { readonly url: string };
}
