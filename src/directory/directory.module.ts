import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { PhoneSourceEntity } from './registers/phone-source.entity.js';
import { PlacesModule } from '../places/places.module.js';
import { VerificationModule } from '../verification/verification.module.js';
import { AddOwnAddress } from './self-service/add-own-address.js';
import { ChangeOwnAddress } from './self-service/change-own-address.js';
import { CheckNumber } from './self-service/check-number.js';
import { DirectoryController } from './staff/directory.controller.js';
import { DisposeOfPhones } from './dispose-of-phones.js';
import { FindAddresses } from './self-service/find-addresses.js';
import { FollowAddresses } from './reach/follow-addresses.js';
import { ImportPhones } from './registers/import-phones.js';
import { RetainedObjections } from './retained-objections.repository.js';
import { KnownPhonesRepository } from './known-phones.repository.js';
import { LiftOwnQuarantine } from './self-service/lift-own-quarantine.js';
import { ListQuarantined } from './staff/list-quarantined.js';
import { LookUpPhone } from './staff/look-up-phone.js';
import { ObjectForOwnPhone } from './self-service/object-for-own-phone.js';
import { ObjectionsController } from './staff/objections.controller.js';
import { OwnPhone } from './self-service/own-phone.js';
import { StaffPhonesRepository } from './staff-phones.repository.js';
import { PhoneDoubts } from './registers/phone-doubts.repository.js';
import { PhonePersonalData } from './phone-personal-data.js';
import { PhoneIntake } from './registers/phone-intake.repository.js';
import { PhoneSourcesController } from './registers/phone-sources.controller.js';
import { PhoneSourcesRepository } from './registers/phone-sources.repository.js';
import { PhonesRepository } from './phones.repository.js';
import { ReachRepository } from './reach/reach.repository.js';
import { AssignPhone } from './staff/assign-phone.js';
import { QuarantineController } from './staff/quarantine.controller.js';
import { ReasonWords } from './reason-words.js';
import { RecordObjection } from './staff/record-objection.js';
import { RefreshReach } from './reach/refresh-reach.js';
import { RegistrationsRepository } from './self-service/registrations.repository.js';
import { ReleaseQuarantine } from './staff/release-quarantine.js';
import { RemoveOwnAddress } from './self-service/remove-own-address.js';
import { RemovePhone } from './staff/remove-phone.js';
import { ReplacePhoneSource } from './registers/replace-phone-source.js';
import { SetOwnLanguage } from './self-service/set-own-language.js';
import { ShowOwnAddresses } from './self-service/show-own-addresses.js';
import { PersonalDataModule } from '../personal-data/personal-data.module.js';
import { StaffModule } from '../staff/staff.module.js';

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

/** What staff do with a single phone. */
const staffsWork = [
  KnownPhonesRepository,
  ListQuarantined,
  LookUpPhone,
  StaffPhonesRepository,
  AssignPhone,
  ReleaseQuarantine,
  RemovePhone,
];

/**
 * The phones at an address: registers, what residents and staff enter about a phone, and who is reached where.
 *
 * Owns `phone`, `phone_address`, `phone_source`, `reach` and objections. Promises that a protected phone, or one that
 * objected, is in no alert, even if several registers have it. Rooms: registers, self-service, staff, reach.
 */
@Module({
  imports: [
    PersonalDataModule,
    PlacesModule,
    StaffModule,
    VerificationModule,
    TypeOrmModule.forFeature([PhoneSourceEntity]),
  ],
  controllers: [DirectoryController, ObjectionsController, PhoneSourcesController, QuarantineController],
  providers: [
    ...forSite,
    ...staffsWork,
    DisposeOfPhones,
    FollowAddresses,
    ImportPhones,
    RetainedObjections,
    OwnPhone,
    PhoneDoubts,
    PhonePersonalData,
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
