import type { Config } from '../../../platform/config/config.js';
import type { InFlight } from '../../rate/in-flight.js';
import type { ProviderRoom } from '../provider-room.js';
import { TwilioCallCapacity } from './twilio-call-capacity.js';
import { TwilioProvider } from './twilio-provider.js';
import { TwilioSentList } from './twilio-sent-list.js';

/** @param url Twilio's own address, or that of a simulator with the same API */
export const twilioRoom = (config: Config, inFlight: InFlight, url: string): ProviderRoom => ({
  provider: new TwilioProvider(config, inFlight, url),
  sentList: new TwilioSentList(config, url),
  callCapacity: new TwilioCallCapacity(config),
});
