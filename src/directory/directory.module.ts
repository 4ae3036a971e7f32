import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { PhoneSourceEntity } from './phone-source.entity.js';
import { PlacesModule } from '../places/places.module.js';
import { VerificationModule } from '../verification/verification.module.js';
import { AddOwnAddress } from './add-own-address.js';
import { ChangeOwnAddress } from './change-own-address.js';
import { CheckNumber } from './check-number.js';
import { DirectoryController } from './directory.controller.js';
import { DisposeOfPhones } from './dispose-of-phones.js';
import { FindAddresses } from './find-addresses.js';
import { FollowAddresses } from './follow-addresses.js';
import { ImportPhones } from './import-phones.js';
import { KeptObjections } from './kept-objections.repository.js';
import { KnownPhonesRepository } from './known-phones.repository.js';
import { LiftOwnQuarantine } from './lift-own-quarantine.js';
import { ListQuarantined } from './list-quarantined.js';
import { LookUpPhone } from './look-up-phone.js';
import { ObjectForOwnPhone } from './object-for-own-phone.js';
import { ObjectionsController } from './objections.controller.js';
import { OwnPhone } from './own-phone.js';
import { PhoneCareRepository } from './phone-care.repository.js';
import { PhoneDoubts } from './phone-doubts.repository.js';
import { PhoneHolder } from './phone-holder.js';
import { PhoneIntake } from './phone-intake.repository.js';
import { PhoneSourcesController } from './phone-sources.controller.js';
import { PhoneSourcesRepository } from './phone-sources.repository.js';
import { PhonesRepository } from './phones.repository.js';
import { ReachRepository } from './reach.repository.js';
import { PlacePhone } from './place-phone.js';
import { QuarantineController } from './quarantine.controller.js';
import { ReasonWords } from './reason-words.js';
import { RecordObjection } from './record-objection.js';
import { RefreshReach } from './refresh-reach.js';
import { RegistrationsRepository } from './registrations.repository.js';
import { ReleaseQuarantine } from './release-quarantine.js';
import { RemoveOwnAddress } from './remove-own-address.js';
import { RemovePhone } from './remove-phone.js';
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

/** What staff do with single phones. */
const staffsWork = [
  KnownPhonesRepository,
  ListQuarantined,
  LookUpPhone,
  PhoneCareRepository,
  PlacePhone,
  ReleaseQuarantine,
  RemovePhone,
];

@Module({
  imports: [PlacesModule, VerificationModule, TypeOrmModule.forFeature([PhoneSourceEntity])],
  controllers: [DirectoryController, ObjectionsController, PhoneSourcesController, QuarantineController],
  providers: [
    ...forSite,
    ...staffsWork,
    DisposeOfPhones,
    FollowAddresses,
    ImportPhones,
    KeptObjections,
    OwnPhone,
    PhoneDoubts,
    PhoneHolder,
    PhoneIntake,
    PhoneSourcesRepository,
    PhonesRepository,
    ReachRepository,
    ReasonWords,
    RecordObjection,
    RefreshReach,
    ReplacePhoneSource,
  ],
  exports: [...forSite, ImportPhones, PhonesRepository, ReasonWords, RefreshReach, ReplacePhoneSource],
})
export class DirectoryModule {}
