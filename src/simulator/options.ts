import type { Speed } from './speed.js';

export interface SimulatorOptions {
  /** 0 lets the system choose. */
  readonly port: number;
  /** Default 127.0.0.1. */
  readonly host?: string;
  /** `AC` and 32 hex digits. */
  readonly accountSid: string;
  /** Password of the API and key of every signature. */
  readonly authToken: string;
  /** Where texts written on a handset are posted (Twilio's `SmsUrl`). Without it handsets can't answer. */
  readonly inboundUrl?: string;
  /** The number a messaging service sends from. */
  readonly serviceNumber?: string;
  /** How quickly things happen; what is left out is lifelike but short. */
  readonly speed?: Partial<Speed>;
}
