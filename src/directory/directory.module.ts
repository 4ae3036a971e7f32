import { Module } from '@nestjs/common';
import { PlacesModule } from '../places/places.module.js';
import { VerificationModule } from '../verification/verification.module.js';
import { AddOwnAddress } from './add-own-address.js';
import { ChangeOwnAddress } from './change-own-address.js';
import { CheckNumber } from './check-number.js';
import { FindAddresses } from './find-addresses.js';
import { ImportPhones } from './import-phones.js';
import { LiftOwnQuarantine } from './lift-own-quarantine.js';
import { ObjectForOwnPhone } from './object-for-own-phone.js';
import { ObjectionsController } from './objections.controller.js';
import { OwnPhone } from './own-phone.js';
import { PhoneSourcesRepository } from './phone-sources.repository.js';
import { PhonesRepository } from './phones.repository.js';
import { PhoneSourcesController } from './phone-sources.controller.js';
import { ReachRepository } from './reach.repository.js';
import { RecordObjection } from './record-objection.js';
import { RefreshReach } from './refresh-reach.js';
import { RegistrationsRepository } from './registrations.repository.js';
import { RemoveOwnAddress } from './remove-own-address.js';
import { ReplacePhoneSource } from './replace-phone-source.js';
import { SetOwnLanguage } from './set-own-language.js';
import { ShowOwnAddresses } from './show-own-addresses.js';

/** What residents do on the public pages. */
const forSite = [
  AddOwnAddress,
  ChangeOwnAddress,
  CheckNumber,
  FindAddresses,
  LiftOwnQuarantine,
  ObjectForOwnPhone,
  RegistrationsRepository,
  RemoveOwnAddress,
  SetOwnLanguage,
  ShowOwnAddresses,
];

@Module({
  imports: [PlacesModule, VerificationModule],
  controllers: [ObjectionsController, PhoneSourcesController],
  providers: [
    ...forSite,
    ImportPhones,
    OwnPhone,
    PhoneSourcesRepository,
    PhonesRepository,
    ReachRepository,
    RecordObjection,
    RefreshReach,
    ReplacePhoneSource,
  ],
  exports: [...forSite, ImportPhones, PhonesRepository, RefreshReach, ReplacePhoneSource],
})
export class DirectoryModule {}
