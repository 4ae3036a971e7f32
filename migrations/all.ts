import { Staff1764000000000 } from './1764000000000-staff.js';
import { Places1764000001000 } from './1764000001000-places.js';
import { Directory1764000002000 } from './1764000002000-directory.js';
import { Topics1764000003000 } from './1764000003000-topics.js';
import { Broadcasts1764000004000 } from './1764000004000-broadcasts.js';
import { Deliveries1764000005000 } from './1764000005000-deliveries.js';
import { Dispatch1764000006000 } from './1764000006000-dispatch.js';
import { Failures1764000007000 } from './1764000007000-failures.js';
import { Tuning1764000008000 } from './1764000008000-tuning.js';
import { Revocation1764000009000 } from './1764000009000-revocation.js';
import { Disposal1764000010000 } from './1764000010000-disposal.js';
import { ReceiptSets1764000011000 } from './1764000011000-receipt-sets.js';
import { History1764000012000 } from './1764000012000-history.js';
import { PlaceHistory1764000013000 } from './1764000013000-place-history.js';
import { SearchTilesAreas1764000014000 } from './1764000014000-search-tiles-areas.js';
import { Reach1764000015000 } from './1764000015000-reach.js';
import { Registration1764000016000 } from './1764000016000-registration.js';
import { DirectoryKeeping1764000017000 } from './1764000017000-directory-keeping.js';
import { KeptProtection1764000020000 } from './1764000020000-kept-protection.js';
import { SavedAreaPlaces1764000021000 } from './1764000021000-saved-area-places.js';
import { ReachWas1764000022000 } from './1764000022000-reach-was.js';
import { AddressPostalCode1764000030000 } from './1764000030000-address-postal-code.js';
import { AreaVersions1764000031000 } from './1764000031000-area-versions.js';
import { MonthsBesideWork1764000032000 } from './1764000032000-months-beside-work.js';
import { KeptSums1764000032100 } from './1764000032100-kept-sums.js';
import { ProviderTroubles1764000033000 } from './1764000033000-provider-troubles.js';
import { CallOffs1764000033100 } from './1764000033100-call-offs.js';
import { ParkedReceipts1764000033200 } from './1764000033200-parked-receipts.js';
import { InboundTexts1764000033300 } from './1764000033300-inbound-texts.js';
import { SendGate1764000034000 } from './1764000034000-send-gate.js';
import { MigrationChecksums1764000035000 } from './1764000035000-migration-checksums.js';
import { Attempts1764000035100 } from './1764000035100-attempts.js';
import { WorkerPresence1764000035200 } from './1764000035200-worker-presence.js';
import { ClientNetworks1764000038000 } from './1764000038000-client-networks.js';
import { AuditHead1764000038100 } from './1764000038100-audit-head.js';
import { MemberEmail1764000038200 } from './1764000038200-member-email.js';
import { GuardedPhones1764000039100 } from './1764000039100-guarded-phones.js';
import { ParkedAgain1764000039150 } from './1764000039150-parked-again.js';
import { CallOffPlace1764000039200 } from './1764000039200-call-off-place.js';
import { RefusedBySender1764000039300 } from './1764000039300-refused-by-sender.js';
import { CallsThatFit1764000039400 } from './1764000039400-calls-that-fit.js';
import { ChannelOf1764000040000 } from './1764000040000-channel-of.js';
import { SentThrough1764000040100 } from './1764000040100-sent-through.js';
import { BroadcastEvent1764000050000 } from './1764000050000-broadcast-event.js';
import { Templates1764000060000 } from './1764000060000-templates.js';
import { MadeFrom1764000060950 } from './1764000060950-made-from.js';
import { BroadcastStart1764000061000 } from './1764000061000-broadcast-start.js';
import { TopicHours1764000061100 } from './1764000061100-topic-hours.js';
import { Checklist1764000062000 } from './1764000062000-checklist.js';
import { Correction1764000063000 } from './1764000063000-correction.js';
import { Incident1764000063100 } from './1764000063100-incident.js';
import { ApproversTold1764000064000 } from './1764000064000-approvers-told.js';
import { Rota1764000064100 } from './1764000064100-rota.js';
import { ReturnedBy1764000064200 } from './1764000064200-returned-by.js';
import { NoticesTold1764000064300 } from './1764000064300-notices-told.js';
import { EndedLanguage1764000065000 } from './1764000065000-ended-language.js';
import { ConsentByTopic1764000065100 } from './1764000065100-consent-by-topic.js';
import { TopicVersion1764000065200 } from './1764000065200-topic-version.js';
import { BroadcastLookups1764000066000 } from './1764000066000-broadcast-lookups.js';
import { MemberPhoneSession1764000067000 } from './1764000067000-member-phone-session.js';
import { RotaCalendar1764000067100 } from './1764000067100-rota-calendar.js';
import { Published1764000070000 } from './1764000070000-published.js';
import { ShiftSeries1764000072000 } from './1764000072000-shift-series.js';
import { Webhooks1764000074000 } from './1764000074000-webhooks.js';
import { Social1764000080000 } from './1764000080000-social.js';
import { Posts1764000080100 } from './1764000080100-posts.js';
import { GoesOn1764000081000 } from './1764000081000-goes-on.js';
import { Onset1764000081100 } from './1764000081100-onset.js';
import { PublicAsUsual1764000081200 } from './1764000081200-public-as-usual.js';
import { BrandLook1764000082000 } from './1764000082000-brand-look.js';
import { WebhookTries1764000082100 } from './1764000082100-webhook-tries.js';
import { Accounts1764000090000 } from './1764000090000-accounts.js';

/** Every migration, oldest first. A list, not a glob: the same in Jest, in the build and in the image. */
export const migrations = [
  Staff1764000000000,
  Places1764000001000,
  Directory1764000002000,
  Topics1764000003000,
  Broadcasts1764000004000,
  Deliveries1764000005000,
  Dispatch1764000006000,
  Failures1764000007000,
  Tuning1764000008000,
  Revocation1764000009000,
  Disposal1764000010000,
  ReceiptSets1764000011000,
  History1764000012000,
  PlaceHistory1764000013000,
  SearchTilesAreas1764000014000,
  Reach1764000015000,
  Registration1764000016000,
  DirectoryKeeping1764000017000,
  KeptProtection1764000020000,
  SavedAreaPlaces1764000021000,
  ReachWas1764000022000,
  AddressPostalCode1764000030000,
  AreaVersions1764000031000,
  MonthsBesideWork1764000032000,
  KeptSums1764000032100,
  ProviderTroubles1764000033000,
  CallOffs1764000033100,
  ParkedReceipts1764000033200,
  InboundTexts1764000033300,
  SendGate1764000034000,
  MigrationChecksums1764000035000,
  Attempts1764000035100,
  WorkerPresence1764000035200,
  ClientNetworks1764000038000,
  AuditHead1764000038100,
  MemberEmail1764000038200,
  GuardedPhones1764000039100,
  ParkedAgain1764000039150,
  CallOffPlace1764000039200,
  RefusedBySender1764000039300,
  CallsThatFit1764000039400,
  ChannelOf1764000040000,
  SentThrough1764000040100,
  BroadcastEvent1764000050000,
  Templates1764000060000,
  MadeFrom1764000060950,
  BroadcastStart1764000061000,
  TopicHours1764000061100,
  Checklist1764000062000,
  Correction1764000063000,
  Incident1764000063100,
  ApproversTold1764000064000,
  Rota1764000064100,
  ReturnedBy1764000064200,
  NoticesTold1764000064300,
  EndedLanguage1764000065000,
  ConsentByTopic1764000065100,
  TopicVersion1764000065200,
  BroadcastLookups1764000066000,
  MemberPhoneSession1764000067000,
  RotaCalendar1764000067100,
  Published1764000070000,
  ShiftSeries1764000072000,
  Webhooks1764000074000,
  Social1764000080000,
  Posts1764000080100,
  GoesOn1764000081000,
  Onset1764000081100,
  PublicAsUsual1764000081200,
  BrandLook1764000082000,
  WebhookTries1764000082100,
  Accounts1764000090000,
];
