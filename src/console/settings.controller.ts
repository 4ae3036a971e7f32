import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { messageLanguages } from '../kernel/language.js';
import { Config } from '../platform/config/config.js';
import { Gives } from '../platform/http/parsed.js';
import { PlaceQueries } from '../places/place-queries.repository.js';
import { ForStaff, May } from '../staff/staff.guard.js';
import { lanes } from '../kernel/lanes.js';
import { SettingsAnswer } from './settings-answers.js';

/** What a console must know about this municipality before it shows anything. */
@ApiTags('settings')
@Controller('api/v1/settings')
@ForStaff()
@May('settings.read')
export class SettingsController {
  constructor(
    private readonly config: Config,
    private readonly places: PlaceQueries,
  ) {}

  @Get()
  @Gives(SettingsAnswer)
  async settings() {
    const config = this.config;
    return {
      municipality: {
        name: config.get('MUNICIPALITY_NAME'),
        // Null before a map is imported.
        boundingBox: (await this.places.municipalityBounds()) ?? null,
      },
      mapBackground: presentBackground(config),
      typeCountAbove: config.get('TYPE_COUNT_ABOVE'),
      lanes,
      languages: [...messageLanguages],
      voices: Object.keys(config.voices),
      publicUrl: config.publicUrl,
      senders: {
        alert: addresses(config.senders('ALERT_SENDER')),
        topic: addresses(config.senders('TOPIC_SENDER')),
        voice: addresses(config.senders('VOICE_SENDER')),
      },
      rates: {
        segmentsPerSecond: config.get('SMS_SEGMENTS_PER_SECOND'),
        callsPerSecond: config.get('CALLS_PER_SECOND'),
      },
      prices: { segmentOre: config.get('SEGMENT_PRICE_ORE'), callOre: config.get('CALL_PRICE_ORE') },
    };
  }
}

const addresses = (senders: readonly { readonly address: string }[]): string =>
  senders.map(({ address }) => address).join(', ');

function presentBackground(config: Config) {
  const background = config.get('MAP_BACKGROUND_URL');
  return background
    ? {
        template: background.template,
        attribution: config.get('MAP_BACKGROUND_ATTRIBUTION'),
        tileSize: config.get('MAP_BACKGROUND_TILE_SIZE'),
      }
    : null;
}
