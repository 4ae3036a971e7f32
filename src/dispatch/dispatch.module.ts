import { Global, Module } from '@nestjs/common';
import { AudiencesModule } from '../audiences/audiences.module.js';
import { CallRoom } from '../broadcasts/call-room.js';
import { BroadcastsModule } from '../broadcasts/broadcasts.module.js';
import { DirectoryModule } from '../directory/directory.module.js';
import { Config } from '../platform/config/config.js';
import { connectRedis, parseRedisUrl } from '../platform/queue/redis-connection.js';
import { TopicsModule } from '../topics/topics.module.js';
import { VerificationSender } from '../verification/verification-sender.js';
import { AfterFailure } from './after-failure.js';
import { ApplyReceipts } from './apply-receipts.js';
import { AttemptRecorder } from './attempt-recorder.js';
import { BroadcastsUnderWay } from './broadcasts-under-way.js';
import { AskProvider } from './gap/ask-provider.js';
import { DecideHold } from './gap/decide-hold.js';
import { HoldController } from './gap/hold.controller.js';
import { SendGate } from './gap/send-gate.js';
import { SendGateRepository } from './gap/send-gate.repository.js';
import { SendHolds } from './gap/send-holds.repository.js';
import { TakeOverRepository } from './gap/take-over.repository.js';
import { UnknownMessagesRepository } from './gap/unknown-messages.repository.js';
import { CallOff } from './call-off.js';
import { InFlights } from './in-flight.js';
import { Pace } from './pace.js';
import { PollReceipts } from './poll-receipts.js';
import { PostgresRateLimiter } from './postgres-rate-limiter.js';
import { ProviderTroublesController } from './provider-troubles.controller.js';
import { ProviderTroublesRepository } from './provider-troubles.repository.js';
import { ConfiguredProviders, LeastCallRoom, Providers } from './providers.js';
import { roomModules } from './providers/provider-rooms.js';
import { RateLimiter } from './rate-limiter.js';
import { RedisRateLimiter } from './redis-rate-limiter.js';
import { RefusalRuns } from './refusal-runs.js';
import { ResolveDoubts } from './resolve-doubts.js';
import { RestartSender } from './restart-sender.js';
import { SendAttempt } from './send-attempt.js';
import { SendLoopFactory } from './send-loop-factory.js';
import { SendVerification } from './send-verification.js';
import { SenderStops } from './sender-stops.repository.js';
import { SendersController } from './senders.controller.js';
import { Sweeper } from './sweeper.js';
import { Upkeep } from './upkeep.js';
import { WatchLookUps } from './watch-look-ups.js';
import { Worker, WorkerContext } from './worker.js';

/** Global for the ports it gives to lower floors: who sends codes, and how much a call holds. */
@Global()
@Module({
  imports: [AudiencesModule, BroadcastsModule, DirectoryModule, TopicsModule, ...roomModules],
  controllers: [HoldController, ProviderTroublesController, SendersController],
  providers: [
    AfterFailure,
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
    { provide: CallRoom, useClass: LeastCallRoom },
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
    Sweeper,
    TakeOverRepository,
    UnknownMessagesRepository,
    Upkeep,
    { provide: VerificationSender, useClass: SendVerification },
    WatchLookUps,
    Worker,
    WorkerContext,
  ],
  exports: [CallRoom, VerificationSender],
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
