import { Module } from '@nestjs/common';
import { AddressIntake } from './address-intake.repository.js';
import { AddressMembership } from './address-membership.repository.js';
import { AddressQueries } from './address-queries.repository.js';
import { AddressesController } from './addresses.controller.js';
import { AreasController } from './areas.controller.js';
import { BackgroundIntake } from './background-intake.repository.js';
import { DatasetIntake } from './dataset-intake.js';
import { DrawnGeometries } from './drawn-geometries.repository.js';
import { ImportDataset } from './import-dataset.js';
import { MapTilesController } from './map-tiles.controller.js';
import { MapExtentRepository } from './map-extent.repository.js';
import { MapTiles } from './map-tiles.js';
import { MapVersionRepository } from './map-version.repository.js';
import { OwnTileMaker } from './own-tile-maker.js';
import { PostgisTileMaker } from './postgis-tile-maker.js';
import { TileMakers } from './tile-makers.js';
import { NameParts } from './name-parts.repository.js';
import { PlaceIntake } from './place-intake.repository.js';
import { PlaceQueries } from './place-queries.repository.js';
import { PlacesController } from './places.controller.js';
import { SaveArea } from './save-area.js';
import { SavedAreas } from './saved-areas.repository.js';
import { SearchNames } from './search-names.js';

@Module({
  controllers: [PlacesController, AddressesController, AreasController, MapTilesController],
  providers: [
    NameParts,
    SearchNames,
    PlaceQueries,
    AddressQueries,
    DrawnGeometries,
    SavedAreas,
    SaveArea,
    MapTiles,
    MapExtentRepository,
    MapVersionRepository,
    TileMakers,
    PostgisTileMaker,
    OwnTileMaker,
    ImportDataset,
    DatasetIntake,
    PlaceIntake,
    AddressIntake,
    BackgroundIntake,
    AddressMembership,
  ],
  exports: [AddressQueries, DrawnGeometries, PlaceQueries, ImportDataset],
})
export class PlacesModule {}
