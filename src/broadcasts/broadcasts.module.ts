import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { BroadcastEntity, BroadcastTextEntity } from './broadcast.entity.js';
import { BroadcastEventEntity } from './broadcast-event.entity.js';
import { BroadcastEvents } from './broadcast-events.repository.js';
import { AudiencesModule } from '../audiences/audiences.module.js';
import { PlacesModule } from '../places/places.module.js';
import { AllowancesModule } from '../platform/allowances/allowances.module.js';
import { ApproversToldEntity } from './approvers/approvers-told.entity.js';
import { ApproversToldRepository } from './approvers/approvers-told.repository.js';
import { PresentApproval } from './approvers/present-approval.js';
import { StaffPhonePersonalData } from './approvers/staff-phone-personal-data.js';
import { TellApprovers } from './approvers/tell-approvers.js';
import { TellOfGaps } from './approvers/tell-of-gaps.js';
import { WaitingController } from './approvers/waiting.controller.js';
import { WhoMayApprove } from './approvers/who-may-approve.js';
import { SamplesController } from './samples/samples.controller.js';
import { SendSample } from './samples/send-sample.js';
import { SendNotice } from './send-notice.js';
import { ApproveBroadcast } from './approve-broadcast.js';
import { ApproveFollowUp } from './follow-up/approve-follow-up.js';
import { BroadcastPreview } from './broadcast-preview.js';
import { BroadcastHistory } from './broadcast-history.js';
import { BroadcastsController } from './broadcasts.controller.js';
import { BroadcastsRepository } from './broadcasts.repository.js';
import { CountMovedIn } from './schedule/count-moved-in.js';
import { ControlBroadcast } from './control-broadcast.js';
import { ExtensionPreviewController } from './follow-up/extension-preview.controller.js';
import { HoldForTopic } from './schedule/hold-for-topic.js';
import { LastPlacesController } from './last-places/last-places.controller.js';
import { LastPlacesRepository } from './last-places/last-places.repository.js';
import { OpenAlertsController } from './open-alerts/open-alerts.controller.js';
import { OpenAlertsRepository } from './open-alerts/open-alerts.repository.js';
import { IncidentEntity } from './incidents/incident.entity.js';
import { IncidentMap } from './incidents/incident-map.js';
import { IncidentsController } from './incidents/incidents.controller.js';
import { IncidentsRepository } from './incidents/incidents.repository.js';
import { NameIncident } from './incidents/name-incident.js';
import { PresentIncident } from './incidents/present-incident.js';
import { PresentBroadcast } from './present-broadcast.js';
import { BroadcastChecklist } from './checklist/broadcast-checklist.js';
import { PreviewCall } from './call/preview-call.js';
import { OtherWordings } from './follow-up/other-wordings.repository.js';
import { PreviewExtension } from './follow-up/preview-extension.js';
import { PublicityOf } from './publicity/publicity-of.js';
import { Reminders } from './schedule/reminders.js';
import { ScheduledStarts } from './schedule/scheduled-starts.repository.js';
import { SubmitBroadcast } from './submit-broadcast.js';
import { TurnDownBroadcast } from './turn-down-broadcast.js';
import { WriteBroadcast } from './write-broadcast.js';
import { PersonalDataModule } from '../personal-data/personal-data.module.js';
import { TemplatesModule } from '../templates/templates.module.js';
import { StaffModule } from '../staff/staff.module.js';
import { TopicsModule } from '../topics/topics.module.js';

/**
 * A message to an audience, from draft to done: write, submit, approve, control, follow up.
 *
 * Owns `broadcast`, `broadcast_text`, `broadcast_event`, `incident` and `approvers_told`. Guarantees two pairs of eyes,
 * that what was read is what is approved, and an event for every change. The rules are plain functions in
 * `broadcast.ts`; each use case has its own file. Rooms: `approvers`, `call`, `checklist`, `follow-up`, `incidents`,
 * `last-places`, `open-alerts`, `publicity`, `samples`, `schedule`.
 *
 *     draft → pending-approval → approved → sending → completed
 *       ↑ edit     ↓ return ↓ with a start ↑  ↓ pause ↑ resumption
 *     returned ←───┘      scheduled ───────┘ paused       (cancelled, rejected and missed end it)
 */
@Module({
  imports: [
    AllowancesModule,
    AudiencesModule,
    PersonalDataModule,
    PlacesModule,
    StaffModule,
    TemplatesModule,
    TopicsModule,
    TypeOrmModule.forFeature([
      IncidentEntity,
      ApproversToldEntity,
      BroadcastEntity,
      BroadcastEventEntity,
      BroadcastTextEntity,
    ]),
  ],
  controllers: [
    BroadcastsController,
    ExtensionPreviewController,
    IncidentsController,
    LastPlacesController,
    OpenAlertsController,
    SamplesController,
    WaitingController,
  ],
  providers: [
    ApproveBroadcast,
    ApproveFollowUp,
    ApproversToldRepository,
    BroadcastEvents,
    BroadcastHistory,
    BroadcastPreview,
    BroadcastsRepository,
    ControlBroadcast,
    IncidentMap,
    IncidentsRepository,
    NameIncident,
    PresentIncident,
    LastPlacesRepository,
    CountMovedIn,
    HoldForTopic,
    OpenAlertsRepository,
    OtherWordings,
    PresentApproval,
    PresentBroadcast,
    BroadcastChecklist,
    PreviewCall,
    PreviewExtension,
    PublicityOf,
    Reminders,
    ScheduledStarts,
    SendNotice,
    StaffPhonePersonalData,
    SendSample,
    SubmitBroadcast,
    TellApprovers,
    TellOfGaps,
    TurnDownBroadcast,
    WhoMayApprove,
    WriteBroadcast,
  ],
  exports: [
    BroadcastEvents,
    BroadcastsRepository,
    CountMovedIn,
    HoldForTopic,
    PreviewCall,
    ScheduledStarts,
    TellApprovers,
    TellOfGaps,
  ],
})
export class BroadcastsModule {}
