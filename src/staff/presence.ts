import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { exhaustMap, filter, interval, take, type Observable } from 'rxjs';
import type { Right } from './rights.js';
import { StaffGuard } from './staff.guard.js';

/** How soon a stream ends after its session has, in milliseconds. */
const everyMs = 3000;

/** Whether who made a request may still have it answered: for answers that go on for long. */
@Injectable()
export class Presence {
  constructor(private readonly guard: StaffGuard) {}

  /** Emits once, when the session or the key is over or the right is gone. */
  ends(request: FastifyRequest, right: Right): Observable<unknown> {
    return interval(everyMs).pipe(
      // A database that is away says nothing of the session.
      exhaustMap(() => this.guard.stillMay(request, right).catch(() => true)),
      filter((still) => !still),
      take(1),
    );
  }
}
