import { Module } from '@nestjs/common';
import { AddressQueries } from './address-queries.repository.js';
import { AddressesController } from './addresses.controller.js';
import { MapTilesController } from './map-tiles.controller.js';
import { MapTilesRepository } from './map-tiles.repository.js';
import { PlaceQueries } from './place-queries.repository.js';
import { PlacesController } from './places.controller.js';

@Module({
  controllers: [PlacesController, AddressesController, MapTilesController],
  providers: [PlaceQueries, AddressQueries, MapTilesRepository],
  exports: [PlaceQueries],
})
export class PlacesModule {}
