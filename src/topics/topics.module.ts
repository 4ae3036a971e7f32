import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { TopicEntity } from './topic.entity.js';
import { DirectoryModule } from '../directory/directory.module.js';
import { AddTopic } from './add-topic.js';
import { AskForTopics } from './ask-for-topics.js';
import { BeginWanted } from './begin-wanted.js';
import { ChangeSubscriptions } from './change-subscriptions.js';
import { ChangeTopic } from './change-topic.js';
import { AnswerText } from './answer-text.js';
import { InboundTextHolder } from './inbound/inbound-text-holder.js';
import { InboundTextsController } from './inbound/inbound-texts.controller.js';
import { InboundTextsRepository } from './inbound/inbound-texts.repository.js';
import { PersonalSubscriptionsRepository } from './personal-subscriptions.repository.js';
import { RecordOptOut } from './record-opt-out.js';
import { ShowOwnTopics } from './show-own-topics.js';
import { StopAll } from './stop-all.js';
import { StopByText } from './stop-by-text.js';
import { SubscriptionHolder } from './subscription-holder.js';
import { SubscriptionsRepository } from './subscriptions.repository.js';
import { TopicsController } from './topics.controller.js';
import { TopicsRepository } from './topics.repository.js';
import { VerificationModule } from '../verification/verification.module.js';

const forSite = [TopicsRepository, AskForTopics, BeginWanted, ChangeSubscriptions, ShowOwnTopics, StopAll];

/**
 * The catalogue of SMS topics, who subscribes to what, and STOP.
 *
 * Owns `topic`, `subscription`, `consent_event` and `inbound_text`. Promises that nobody subscribes without a code to the
 * phone, and that a stop by text, page or provider ends it at once.
 */
@Module({
  imports: [DirectoryModule, VerificationModule, TypeOrmModule.forFeature([TopicEntity])],
  controllers: [InboundTextsController, TopicsController],
  providers: [
    ...forSite,
    AddTopic,
    AnswerText,
    ChangeTopic,
    InboundTextHolder,
    InboundTextsRepository,
    PersonalSubscriptionsRepository,
    RecordOptOut,
    SubscriptionHolder,
    SubscriptionsRepository,
    StopByText,
  ],
  exports: [...forSite, AnswerText, RecordOptOut, StopByText],
})
export class TopicsModule {}
