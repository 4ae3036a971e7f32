import { createHash } from 'node:crypto';
import {
  Injectable,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
  type RawBodyRequest,
} from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { catchError, finalize, from, map, mergeMap, of, type Observable } from 'rxjs';
import { refusal } from '../kernel/refusal.js';
import {
  asAttempt,
  IdempotentAnswers,
  StillAnswering,
  type StoredAnswer,
} from './idempotent-answers.repository.js';
import type { Member } from './member.js';
import { isShownOnce } from './shown-once.js';

const KeyReused = refusal('request.idempotency-key-reused', 'conflict', {
  sv: 'Samma Idempotency-Key har använts till en annan förfrågan.',
  en: 'The same Idempotency-Key was used for another request.',
});
const OutcomeUnknown = refusal('request.outcome-unknown', 'conflict', {
  sv: 'Förra gången gick något fel hos oss, och det kan ha blivit gjort ändå. Se efter innan du försöker på nytt.',
  en: 'Something went wrong on our side last time, and it may have been done anyway. Check before you try again.',
});
const KeyTooLong = refusal('request.idempotency-key-too-long', 'invalid', {
  sv: 'Idempotency-Key får ha högst 200 tecken.',
  en: 'An Idempotency-Key may have at most 200 characters.',
});

/** The status that is kept when a repeat must not get the answer. */
const outcomeUnknown = 500;

/** Milliseconds. How often a request renews its hold on its key. */
const signOfLifeEvery = 2_000;

/**
 * A POST with an `Idempotency-Key` is done once. A repeat gets the first answer, marked `Idempotency-Replayed`. When
 * nothing was committed, after a refusal, a fault or a crash, the same key may be tried again. A fault after the work
 * was committed is stored: a repeat is then refused, with the advice to check first.
 */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(private readonly answers: IdempotentAnswers) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const request = context.switchToHttp().getRequest<RawBodyRequest<FastifyRequest> & { member?: Member }>();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    const key = request.headers['idempotency-key'];
    if (request.method !== 'POST' || typeof key !== 'string' || !request.member) return next.handle();
    if (key.length > 200) throw KeyTooLong();
    const { id: memberId } = request.member;
    const hash = createHash('sha256')
      .update(`${request.method} ${request.url}\n`)
      .update(request.rawBody ?? '')
      .digest();
    const begun = await this.answers.begin(memberId, key, hash);
    if ('requestHash' in begun) return of(this.repeat(begun, hash, reply));
    const signs = setInterval(
      () => void this.answers.stayAlive(begun).catch(() => undefined),
      signOfLifeEvery,
    );
    return asAttempt(begun, () => next.handle()).pipe(
      mergeMap((body: unknown) =>
        from(
          isShownOnce(context.getHandler())
            ? this.answers.keep(begun, outcomeUnknown, null)
            : this.answers.keep(begun, reply.statusCode, body),
        ).pipe(map(() => body)),
      ),
      catchError(async (error: unknown) => {
        // If this fails too, the key is free as soon as the signs of life have stopped.
        await this.answers.giveUp(begun).catch(() => undefined);
        throw error;
      }),
      finalize(() => clearInterval(signs)),
    );
  }

  private repeat(earlier: StoredAnswer, hash: Buffer, reply: FastifyReply): unknown {
    if (!earlier.requestHash.equals(hash)) throw KeyReused();
    if (earlier.status === null) throw StillAnswering();
    if (earlier.status >= outcomeUnknown) throw OutcomeUnknown();
    void reply.status(earlier.status).header('idempotency-replayed', 'true');
    return earlier.body;
  }
}
