import { createHash } from 'node:crypto';
import {
  HttpException,
  Injectable,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
  type RawBodyRequest,
} from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { catchError, from, map, mergeMap, of, type Observable } from 'rxjs';
import { DomainError, refusal } from '../kernel/refusal.js';
import { IdempotentAnswers, type StoredAnswer } from './idempotent-answers.repository.js';
import type { Member } from './member.js';

const KeyReused = refusal('request.idempotency-key-reused', 'conflict', {
  sv: 'Samma Idempotency-Key har använts till en annan förfrågan.',
  en: 'The same Idempotency-Key was used for another request.',
});
const StillAnswering = refusal('request.still-answering', 'conflict', {
  sv: 'Samma förfrågan besvaras just nu. Försök igen om ett ögonblick.',
  en: 'The same request is being answered right now. Try again in a moment.',
});
const OutcomeUnknown = refusal('request.outcome-unknown', 'conflict', {
  sv: 'Förra gången gick något fel hos oss, och det kan ha blivit gjort ändå. Se efter innan du försöker på nytt.',
  en: 'Something went wrong on our side the last time, and it may have been done all the same. Look before you try anew.',
});
const KeyTooLong = refusal('request.idempotency-key-too-long', 'invalid', {
  sv: 'Idempotency-Key får ha högst 200 tecken.',
  en: 'An Idempotency-Key may have at most 200 characters.',
});

/**
 * A POST with an `Idempotency-Key` is done once; its repeat gets the first answer, marked `Idempotency-Replayed`.
 * A refusal is not kept: the same key may then try again. A fault of ours is: it may have come after the work was done,
 * so whoever repeats the request is told to look first.
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
    const earlier = await this.answers.begin(memberId, key, hash);
    if (earlier) return of(this.repeat(earlier, hash, reply));
    return next.handle().pipe(
      mergeMap((body: unknown) =>
        from(this.answers.keep(memberId, key, reply.statusCode, body)).pipe(map(() => body)),
      ),
      catchError(async (error: unknown) => {
        if (isRefusal(error)) await this.answers.forget(memberId, key);
        else await this.answers.keep(memberId, key, 500, null).catch(() => undefined);
        throw error;
      }),
    );
  }

  private repeat(earlier: StoredAnswer, hash: Buffer, reply: FastifyReply): unknown {
    if (!earlier.requestHash.equals(hash)) throw KeyReused();
    if (earlier.status === null) throw StillAnswering();
    if (earlier.status >= 500) throw OutcomeUnknown();
    void reply.status(earlier.status).header('idempotency-replayed', 'true');
    return earlier.body;
  }
}

/** Whether nothing was done, and we know it. */
const isRefusal = (error: unknown): boolean =>
  error instanceof DomainError || (error instanceof HttpException && error.getStatus() < 500);
