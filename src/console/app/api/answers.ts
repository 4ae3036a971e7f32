import type { Geometry } from 'geojson';
import type { z } from 'zod';
import type { AreaAudienceAnswer, AudienceAnswer } from '../../../audiences/audience-answers.js';
import type { PreviewAnswer } from '../../../audiences/preview-answers.js';
import type {
  BroadcastAnswer,
  BroadcastSummaryAnswer,
  OpenAlertAnswer,
} from '../../../broadcasts/broadcast-answers.js';
import type {
  IncidentAnswer,
  IncidentMapAnswer,
  IncidentSummaryAnswer,
} from '../../../broadcasts/incidents/incident-answers.js';
import type { WaitingAnswer } from '../../../broadcasts/approvers/approval-answers.js';
import type { DepartmentAnswer } from '../../../staff/department-answers.js';
import type { DraftBody } from '../../../broadcasts/broadcast-bodies.js';
import type { CallAnswer, MeasuredAnswer } from '../../../broadcasts/call/call-answers.js';
import type { LastPlaceAnswer } from '../../../broadcasts/last-places/last-place-answers.js';
import type { PaceAnswer, ProgressAnswer, ReportAnswer } from '../../../broadcasts/report-answers.js';
import type { ReviewedTextAnswer } from '../../review-answers.js';
import type { SampleAnswer } from '../../../broadcasts/samples/sample-answers.js';
import type { SettingsAnswer } from '../../settings-answers.js';
import type {
  UnreachedAddressAnswer,
  UnreachedAnswer,
} from '../../../deliveries/report/unreached-answers.js';
import type { ColoursAnswer, LookAnswer } from '../../../publishing/look/look-answers.js';
import type {
  NewWebhookAnswer,
  WebhookAnswer,
  WebhookLogAnswer,
} from '../../../publishing/webhooks/webhook-answers.js';
import type { SocialAccountAnswer, SocialPostAnswer } from '../../../publishing/social/social-answers.js';
import type { PhoneLookupAnswer } from '../../../directory/staff/lookup-answers.js';
import type { PhoneSourceAnswer } from '../../../directory/registers/phone-source-answers.js';
import type { QuarantineAnswer } from '../../../directory/staff/quarantine-answers.js';
import type { HoldAnswer } from '../../../dispatch/gap/hold-answers.js';
import type { ProviderTroublesAnswer } from '../../../dispatch/senders/provider-troubles-answers.js';
import type { SenderAnswer } from '../../../dispatch/senders/sender-answers.js';
import type { ErasureAnswer, HeldRowsAnswer } from '../../../personal-data/personal-data-answers.js';
import type {
  AddressAnswer,
  AreasDrawnAnswer,
  BoundingBoxAnswer,
  PlaceAnswer,
  PlaceInFullAnswer,
  SavedAreaAnswer,
} from '../../../places/place-answers.js';
import type { PlannedShiftsAnswer, RotaAnswer } from '../../../staff/rota/rota-answers.js';
import type { RoleMappingsAnswer } from '../../../staff/oidc/role-mapping-answers.js';
import type { SignInWaysAnswer, WaitingAccountAnswer } from '../../../staff/oidc/sign-in-answers.js';
import type { MemberAnswer } from '../../../staff/session-answers.js';
import type { SubscriberMonthsAnswer, TopicAnswer } from '../../../topics/topic-answers.js';
import type { OwnPhoneAnswer } from '../../../verification/member-phone/own-phone-answers.js';
import type { TemplateAnswer, TemplateInFullAnswer } from '../../../templates/template-answers.js';
import type { TemplateBody } from '../../../templates/template-bodies.js';

/** An answer is read-only. Geometries keep their types, for the libraries that take them. */
type Fixed<T> = T extends Geometry
  ? T
  : unknown extends T
    ? T
    : T extends object
      ? { readonly [Key in keyof T]: Fixed<T[Key]> }
      : T;

/** The type of an API answer, from the schema that describes it. */
type Answer<Schema extends z.ZodType> = Fixed<z.infer<Schema>>;

export type SignedIn = Answer<typeof MemberAnswer>;
/** How one signs in here. */
export type SignInWays = Answer<typeof SignInWaysAnswer>;
/** An account with the e-mail address of a member. */
export type WaitingAccount = Answer<typeof WaitingAccountAnswer>;
export type RoleMappings = Answer<typeof RoleMappingsAnswer>;
export type OwnPhone = Answer<typeof OwnPhoneAnswer>;
export type Sample = Answer<typeof SampleAnswer>;
export type Waiting = Answer<typeof WaitingAnswer>;
export type PlannedShifts = Answer<typeof PlannedShiftsAnswer>;
export type Webhook = Answer<typeof WebhookAnswer>;
export type NewWebhook = Answer<typeof NewWebhookAnswer>;
export type WebhookLog = Answer<typeof WebhookLogAnswer>;
export type Look = Answer<typeof LookAnswer>;
export type LookField = Look['fixed'][number];
export type CheckedColours = Answer<typeof ColoursAnswer>;
export type SocialAccount = Answer<typeof SocialAccountAnswer>;
export type SocialPost = Answer<typeof SocialPostAnswer>;
export type Rota = Answer<typeof RotaAnswer>;
export type Settings = Answer<typeof SettingsAnswer>;
export type MapBackground = NonNullable<Settings['mapBackground']>;

export type BoundingBox = Answer<typeof BoundingBoxAnswer>;
export type Place = Answer<typeof PlaceAnswer>;
/** A place of the reader's own last alerts. */
export type LastPlace = Answer<typeof LastPlaceAnswer>;
export type PlaceKind = Place['kind'];
export type PlaceInDetail = Answer<typeof PlaceInFullAnswer>;
export type AreasDrawn = Answer<typeof AreasDrawnAnswer>;
export type Address = Answer<typeof AddressAnswer>;
export type SavedArea = Answer<typeof SavedAreaAnswer>;
export type Topic = Answer<typeof TopicAnswer>;
export type Template = Answer<typeof TemplateAnswer>;
export type SubscriberMonth = Answer<typeof SubscriberMonthsAnswer>[number];
export type TemplateInFull = Answer<typeof TemplateInFullAnswer>;
/** What staff write in a template. */
export type TemplateContentBody = Fixed<z.input<typeof TemplateBody>>;

export type Audience = Answer<typeof AudienceAnswer>;
export type AreaAudience = Answer<typeof AreaAudienceAnswer>;
export type Shape = NonNullable<AreaAudience['polygon']>;
/** A point or a line, with a distance from it. */
export type Near = NonNullable<AreaAudience['near']>[number];
/** The phones that an audience would reach if it were sent now. */
export type Preview = Answer<typeof PreviewAnswer>;
export type Estimate = NonNullable<Preview['estimate']>;

export type BroadcastSummary = Answer<typeof BroadcastSummaryAnswer>;
/** A broadcast with everything that follows it. */
export type Incident = Answer<typeof IncidentSummaryAnswer>;
export type IncidentInFull = Answer<typeof IncidentAnswer>;
export type Happening = IncidentInFull['timeline'][number]['act'];
/** An area that a broadcast of an incident went to. */
export type OnMap = Answer<typeof IncidentMapAnswer>[number];
export type OutcomeOnMap = OnMap['outcome'];
export type Department = Answer<typeof DepartmentAnswer>;
export type BroadcastState = BroadcastSummary['state'];
export type Lane = BroadcastSummary['lane'];
export type Broadcast = Answer<typeof BroadcastAnswer>;
export type Action = Broadcast['allowed'][number];
/** The kinds of acts in a broadcast's history. */
export type Act = Broadcast['history'][number]['act'];
export type OtherAllClear = Broadcast['otherAllClears'][number];
export type OpenAlert = Answer<typeof OpenAlertAnswer>;
/** What staff write. */
export type BroadcastBody = Fixed<z.input<typeof DraftBody>>;
/** With its default values filled in. */
export type WholeBody = Answer<typeof DraftBody>;
export type NewText = NonNullable<BroadcastBody['texts']>[number];
/** A call, with the words around the message. */
export type Call = Answer<typeof CallAnswer>;
/** What a text says, leaves open and costs. */
export type ReviewedText = Answer<typeof ReviewedTextAnswer>;
export type Measured = Answer<typeof MeasuredAnswer>;

export type Report = Answer<typeof ReportAnswer>;
/** The speed of sending. `secondsLeft` is missing while a channel stands still. */
export type Pace = Answer<typeof PaceAnswer>;
export type Progress = Answer<typeof ProgressAnswer>;
/** The addresses that a broadcast does not reach; the first ones, in walking order. */
export type Unreached = Answer<typeof UnreachedAnswer>;
export type UnreachedAddress = Answer<typeof UnreachedAddressAnswer>;

export type PhoneLookup = Answer<typeof PhoneLookupAnswer>;
export type KnownAddress = NonNullable<PhoneLookup['known']>['addresses'][number];
export type HeldRows = Answer<typeof HeldRowsAnswer>;
export type HeldValue = HeldRows['rows'][number][string];
export type PhoneSource = Answer<typeof PhoneSourceAnswer>;
export type Quarantine = Answer<typeof QuarantineAnswer>;
export type Erasure = Answer<typeof ErasureAnswer>;

/** Why nothing is sent; an empty object in normal operation. */
export type Hold = Answer<typeof HoldAnswer>;
/** A broadcast that waits for a decision, or has one. */
export type HeldBroadcast = NonNullable<Hold['held']>['broadcasts'][number];
/** A sender of messages, and why it does not send if the provider refused. */
export type Sender = Answer<typeof SenderAnswer>;
/** What the provider does not answer, and what is unknown because of it. */
export type ProviderTroubles = Answer<typeof ProviderTroublesAnswer>;
