import { Module } from '@nestjs/common';
import { AddTopic } from './add-topic.js';
import { ChangeSubscriptions } from './change-subscriptions.js';
import { ChangeTopic } from './change-topic.js';
import { CodeAllowancesRepository } from './code-allowances.repository.js';
import { ConfirmVerification } from './confirm-verification.js';
import { RecordOptOut } from './record-opt-out.js';
import { RequestVerification } from './request-verification.js';
import { ShowOwnTopics } from './show-own-topics.js';
import { StopAll } from './stop-all.js';
import { StopByText } from './stop-by-text.js';
import { SubscriptionsRepository } from './subscriptions.repository.js';
import { TopicsController } from './topics.controller.js';
import { TopicsRepository } from './topics.repository.js';
import { VerificationsRepository } from './verifications.repository.js';

const forSite = [
  TopicsRepository,
  VerificationsRepository,
  RequestVerification,
  ConfirmVerification,
  ChangeSubscriptions,
  ShowOwnTopics,
  StopAll,
];

@Module({
  controllers: [TopicsController],
  providers: [
    ...forSite,
    AddTopic,
    ChangeTopic,
    CodeAllowancesRepository,
    RecordOptOut,
    SubscriptionsRepository,
    StopByText,
  ],
  exports: [...forSite, RecordOptOut, StopByText],
})
export class TopicsModule {}
