import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { TopicEntity } from './topic.entity.js';
import { DirectoryModule } from '../directory/directory.module.js';
import { AddTopic } from './add-topic.js';
import { AskForTopics } from './ask-for-topics.js';
import { StartRequestedTopics } from './start-requested-topics.js';
import { ChangeSubscriptions } from './change-subscriptions.js';
import { ChangeTopic } from './change-topic.js';
import { AnswerText } from './answer-text.js';
import { InboundTextPersonalData } from './inbound/inbound-text-personal-data.js';
import { InboundTextsController } from './inbound/inbound-texts.controller.js';
import { InboundTextsRepository } from './inbound/inbound-texts.repository.js';
import { PersonalSubscriptionsRepository } from './personal-subscriptions.repository.js';
import { RecordOptOut } from './record-opt-out.js';
import { ReplyLanguage } from './reply-language.js';
import { ShowOwnTopics } from './show-own-topics.js';
import { UnsubscribeFromAllTopics } from './unsubscribe-from-all-topics.js';
import { StopByText } from './stop-by-text.js';
import { SubscriberHistory } from './subscriber-history.repository.js';
import { SubscriptionPersonalData } from './subscription-personal-data.js';
import { SubscriptionsRepository } from './subscriptions.repository.js';
import { TopicsController } from './topics.controller.js';
import { TopicsRepository } from './topics.repository.js';
import { VerificationModule } from '../verification/verification.module.js';
import { PersonalDataModule } from '../personal-data/personal-data.module.js';
import { StaffModule } from '../staff/staff.module.js';

const forSite = [
  TopicsRepository,
  AskForTopics,
  StartRequestedTopics,
  ChangeSubscriptions,
  ShowOwnTopics,
  UnsubscribeFromAllTopics,
];

/**
 * The catalogue of SMS topics, subscriptions, and STOP.
 *
 * Owns `topic`, `subscription`, `consent_event` and `inbound_text`. Promises that nobody subscribes without a code to
 * the phone, and that a stop by text, page or provider ends it at once.
 */
@Module({
  imports: [
    DirectoryModule,
    PersonalDataModule,
    StaffModule,
    VerificationModule,
    TypeOrmModule.forFeature([TopicEntity]),
  ],
  controllers: [InboundTextsController, TopicsController],
  providers: [
    ...forSite,
    AddTopic,
    AnswerText,
    ChangeTopic,
    InboundTextPersonalData,
    InboundTextsRepository,
    PersonalSubscriptionsRepository,
    RecordOptOut,
    ReplyLanguage,
    SubscriberHistory,
    SubscriptionPersonalData,
    SubscriptionsRepository,
    StopByText,
  ],
  exports: [...forSite, AnswerText, RecordOptOut, StopByText],
})
export class TopicsModule {}
