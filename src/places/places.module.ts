import { Module } from '@nestjs/common';
import { AddressIntake } from './import/address-intake.repository.js';
import { AddressMembership } from './import/address-membership.repository.js';
import { AddressesOfPlaces } from './addresses-of-places.repository.js';
import { AddressPositions } from './address-positions.repository.js';
import { AddressQueries } from './address-queries.repository.js';
import { AddressesController } from './addresses.controller.js';
import { AreasController } from './areas.controller.js';
import { BackgroundIntake } from './import/background-intake.repository.js';
import { AreasDrawnRepository } from './areas-drawn.repository.js';
import { DatasetIntake } from './import/dataset-intake.js';
import { DrawnGeometries } from './drawn-geometries.repository.js';
import { ImportDataset } from './import/import-dataset.js';
import { MapTilesController } from './map/map-tiles.controller.js';
import { MapExtentRepository } from './map/map-extent.repository.js';
import { MapOutlines } from './map/map-outlines.repository.js';
import { MapTiles } from './map/map-tiles.js';
import { MapVersionRepository } from './map/map-version.repository.js';
import { JsTileMaker } from './map/js-tile-maker.js';
import { PostgisTileMaker } from './map/postgis-tile-maker.js';
import { TileMakers } from './map/tile-makers.js';
import { NameParts } from './search/name-parts.repository.js';
import { PlaceIntake } from './import/place-intake.repository.js';
import { PlaceQueries } from './place-queries.repository.js';
import { PlacesController } from './places.controller.js';
import { SaveArea } from './save-area.js';
import { SavedAreas } from './saved-areas.repository.js';
import { SearchNames } from './search/search-names.js';
import { StaffModule } from '../staff/staff.module.js';

/**
 * Properties, blocks, areas, the municipality and addresses: import, search, map.
 *
 * Owns `place`, `address`, `address_place`, `saved_area` and their history. Promises that importing the same file again
 * changes nothing, and that a broken file is refused by name. Rooms: reading, import, search, map.
 */
@Module({
  imports: [StaffModule],
  controllers: [PlacesController, AddressesController, AreasController, MapTilesController],
  providers: [
    NameParts,
    SearchNames,
    PlaceQueries,
    AddressPositions,
    AddressQueries,
    AddressesOfPlaces,
    AreasDrawnRepository,
    DrawnGeometries,
    SavedAreas,
    SaveArea,
    MapTiles,
    MapExtentRepository,
    MapOutlines,
    MapVersionRepository,
    TileMakers,
    PostgisTileMaker,
    JsTileMaker,
    ImportDataset,
    DatasetIntake,
    PlaceIntake,
    AddressIntake,
    BackgroundIntake,
    AddressMembership,
  ],
  exports: [
    AddressPositions,
    AddressQueries,
    AddressesOfPlaces,
    AreasDrawnRepository,
    DrawnGeometries,
    ImportDataset,
    MapOutlines,
    PlaceQueries,
  ],
})
export class PlacesModule {}
