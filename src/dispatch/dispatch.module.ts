import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AudiencesModule } from '../audiences/audiences.module.js';
import { CallCapacity } from '../broadcasts/call/call-capacity.js';
import { BroadcastsModule } from '../broadcasts/broadcasts.module.js';
import { DirectoryModule } from '../directory/directory.module.js';
import { Config } from '../platform/config/config.js';
import { connectRedis, parseRedisUrl } from '../platform/queue/redis-connection.js';
import { TopicsModule } from '../topics/topics.module.js';
import { VerificationSender } from '../verification/verification-sender.js';
import { FailureConsequences } from './sending/failure-consequences.js';
import { ApplyReceipts } from './receipts/apply-receipts.js';
import { AttemptRecorder } from './sending/attempt-recorder.js';
import { BroadcastsUnderWay } from './sending/broadcasts-under-way.js';
import { AskProvider } from './gap/ask-provider.js';
import { DecideHold } from './gap/decide-hold.js';
import { HoldController } from './gap/hold.controller.js';
import { SendGate } from './gap/send-gate.js';
import { SendGateRepository } from './gap/send-gate.repository.js';
import { SendHolds } from './gap/send-holds.repository.js';
import { TakeOverRepository } from './gap/take-over.repository.js';
import { UnknownMessagesRepository } from './gap/unknown-messages.repository.js';
import { CallOff } from './call-off.js';
import { InFlights } from './rate/in-flight.js';
import { Pace } from './rate/pace.js';
import { PollReceipts } from './receipts/poll-receipts.js';
import { PostgresRateLimiter } from './rate/postgres-rate-limiter.js';
import { ProviderTroublesController } from './senders/provider-troubles.controller.js';
import { ProviderTroublesRepository } from './senders/provider-troubles.repository.js';
import { ConfiguredProviders, LeastCallCapacity, Providers } from './providers/providers.js';
import { roomModules } from './providers/provider-rooms.js';
import { RateLimiter } from './rate/rate-limiter.js';
import { RedisRateLimiter } from './rate/redis-rate-limiter.js';
import { RefusalRuns } from './sending/refusal-runs.js';
import { ResolveDoubts } from './doubts/resolve-doubts.js';
import { RestartSender } from './senders/restart-sender.js';
import { SendAttempt } from './sending/send-attempt.js';
import { SendLoopFactory } from './sending/send-loop-factory.js';
import { SendVerification } from './sending/send-verification.js';
import { SenderStopEntity } from './senders/sender-stop.entity.js';
import { SenderStops } from './senders/sender-stops.repository.js';
import { SendersController } from './senders/senders.controller.js';
import { StartScheduled } from './start-scheduled.js';
import { Sweeper } from './sweeper.js';
import { Upkeep } from './upkeep.js';
import { WatchLookUps } from './providers/watch-look-ups.js';
import { Worker } from './worker.js';
import { DeliveriesModule } from '../deliveries/deliveries.module.js';
import { PersonalDataModule } from '../personal-data/personal-data.module.js';
import { StaffModule } from '../staff/staff.module.js';

/**
 * Sends what the ledger has planned, and records the results.
 *
 * Owns `send_gate`, `send_hold`, `sender_stop`, `unknown_message` and the rate. Guarantees that `sending` is committed
 * before a byte is written, that a delivery in doubt is never sent again as it stands, and that nothing is sent on a
 * ledger that lacks sent messages. Folders: sending, rate, receipts, doubts, gap, senders, callbacks, providers.
 * Global, because it implements ports of modules below: who sends codes, and how much a call can hold.
 *
 *     due batch → rate → sending (commit) → provider → accepted → receipts → final
 *                                              └ no answer → in doubt → provider's list → found, planned or unknown
 */
@Global()
@Module({
  imports: [
    AudiencesModule,
    BroadcastsModule,
    DeliveriesModule,
    DirectoryModule,
    PersonalDataModule,
    StaffModule,
    TopicsModule,
    TypeOrmModule.forFeature([SenderStopEntity]),
    ...roomModules,
  ],
  controllers: [HoldController, ProviderTroublesController, SendersController],
  providers: [
    FailureConsequences,
    ApplyReceipts,
    AskProvider,
    AttemptRecorder,
    BroadcastsUnderWay,
    DecideHold,
    CallOff,
    InFlights,
    Pace,
    PollReceipts,
    PostgresRateLimiter,
    ConfiguredProviders,
    { provide: CallCapacity, useClass: LeastCallCapacity },
    { provide: Providers, useExisting: ConfiguredProviders },
    ProviderTroublesRepository,
    { provide: RateLimiter, inject: [Config, PostgresRateLimiter], useFactory: rateLimiter },
    RefusalRuns,
    ResolveDoubts,
    RestartSender,
    SendAttempt,
    SendGate,
    SendGateRepository,
    SendHolds,
    SendLoopFactory,
    SenderStops,
    StartScheduled,
    Sweeper,
    TakeOverRepository,
    UnknownMessagesRepository,
    Upkeep,
    { provide: VerificationSender, useClass: SendVerification },
    WatchLookUps,
    Worker,
  ],
  exports: [CallCapacity, VerificationSender],
})
export class DispatchModule {}

function rateLimiter(config: Config, postgres: PostgresRateLimiter): RateLimiter {
  const url = config.get('REDIS_URL');
  if (!url) return postgres;
  const redis = connectRedis(parseRedisUrl(url), {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 1,
    commandTimeout: 500,
  });
  return new RedisRateLimiter(redis, config.get('QUEUE_PREFIX'), postgres);
}
