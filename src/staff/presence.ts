import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { exhaustMap, filter, interval, take, type Observable } from 'rxjs';
import type { Right } from './rights.js';
import { StaffGuard } from './staff.guard.js';

/** How soon a stream ends after its session has ended, in milliseconds. */
const everyMs = 3000;

/** Checks during long-lived responses whether the requester may still receive them. */
@Injectable()
export class Presence {
  constructor(private readonly guard: StaffGuard) {}

  /** Emits once, when the session or key has ended or the right is lost. */
  ends(request: FastifyRequest, right: Right): Observable<unknown> {
    return interval(everyMs).pipe(
      // An unreachable database says nothing about the session.
      exhaustMap(() => this.guard.stillMay(request, right).catch(() => true)),
      filter((still) => !still),
      take(1),
    );
  }
}
