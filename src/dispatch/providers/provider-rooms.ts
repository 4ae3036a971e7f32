import type { Type } from '@nestjs/common';
import type { Config } from '../../platform/config/config.js';
import type { ProviderName } from '../../platform/config/provider-settings.js';
import type { InFlight } from '../rate/in-flight.js';
import type { ProviderRoom } from './provider-room.js';
import { twilioRoom } from './twilio/twilio-room.js';
import { twilioUrl } from './twilio/twilio-url.js';
import { TwilioModule } from './twilio/twilio.module.js';

type MakeRoom = (config: Config, inFlight: InFlight) => ProviderRoom;

/** The factories of all providers. A provider is only created if a sender uses it. */
export const providerRooms: Readonly<Record<ProviderName, MakeRoom>> = {
  simulator: (config, inFlight) => twilioRoom(config, inFlight, config.simulatorUrl),
  twilio: (config, inFlight) => twilioRoom(config, inFlight, twilioUrl),
};

/** Modules that receive what providers send to us. */
export const roomModules: readonly Type[] = [TwilioModule];
