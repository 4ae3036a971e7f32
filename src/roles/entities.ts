import { ApproversToldEntity } from '../broadcasts/approvers/approvers-told.entity.js';
import { BroadcastEntity, BroadcastTextEntity } from '../broadcasts/broadcast.entity.js';
import { BroadcastEventEntity } from '../broadcasts/broadcast-event.entity.js';
import { PhoneSourceEntity } from '../directory/registers/phone-source.entity.js';
import { SenderStopEntity } from '../dispatch/senders/sender-stop.entity.js';
import { AccessKeyEntity } from '../staff/access-key.entity.js';
import { DepartmentEntity } from '../staff/department.entity.js';
import { DutyShiftEntity } from '../staff/rota/duty-shift.entity.js';
import { MemberEntity } from '../staff/member.entity.js';
import { RoleMappingEntity } from '../staff/oidc/role-mapping.entity.js';
import { StaffAccountEntity } from '../staff/oidc/staff-account.entity.js';
import { StartedSignInEntity } from '../staff/oidc/started-sign-in.entity.js';
import { WaitingAccountEntity } from '../staff/oidc/waiting-account.entity.js';
import { StaffSessionEntity } from '../staff/staff-session.entity.js';
import { IncidentEntity } from '../broadcasts/incidents/incident.entity.js';
import { TemplateEntity } from '../templates/template.entity.js';
import { TemplateReviewEntity } from '../templates/template-review.entity.js';
import { TemplateVersionEntity } from '../templates/template-version.entity.js';
import { TopicEntity } from '../topics/topic.entity.js';
import { LookEntity } from '../publishing/look/look.entity.js';
import { SocialAccountEntity } from '../publishing/social/social-account.entity.js';
import { SocialPostEntity } from '../publishing/social/social-post.entity.js';
import { WebhookDeliveryEntity } from '../publishing/webhooks/webhook-delivery.entity.js';
import { WebhookEndpointEntity } from '../publishing/webhooks/webhook-endpoint.entity.js';
import { VerificationEntity } from '../verification/verification.entity.js';

/** All entities, for a connection without Nest. In the program each module registers its own. */
export const entities = [
  AccessKeyEntity,
  ApproversToldEntity,
  BroadcastEntity,
  BroadcastEventEntity,
  BroadcastTextEntity,
  DepartmentEntity,
  DutyShiftEntity,
  IncidentEntity,
  LookEntity,
  MemberEntity,
  PhoneSourceEntity,
  RoleMappingEntity,
  SenderStopEntity,
  StaffAccountEntity,
  StaffSessionEntity,
  StartedSignInEntity,
  TemplateEntity,
  TemplateReviewEntity,
  TemplateVersionEntity,
  TopicEntity,
  VerificationEntity,
  WaitingAccountEntity,
  SocialAccountEntity,
  SocialPostEntity,
  WebhookDeliveryEntity,
  WebhookEndpointEntity,
];
