import {
  Controller,
  Header,
  Headers,
  Param,
  ParseUUIDPipe,
  Req,
  Sse,
  type MessageEvent,
} from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { takeUntil, type Observable } from 'rxjs';
import { BroadcastsRepository } from '../../broadcasts/broadcasts.repository.js';
import { Presence } from '../../staff/presence.js';
import { ForStaff, May } from '../../staff/staff.guard.js';
import { ProgressFeed } from './progress-feed.js';

/** Live progress of a broadcast. */
@ApiTags('broadcasts')
@Controller('api/v1/broadcasts/:id')
@ForStaff()
@May('broadcast.read')
export class ProgressController {
  constructor(
    private readonly broadcasts: BroadcastsRepository,
    private readonly feed: ProgressFeed,
    private readonly presence: Presence,
  ) {}

  /**
   * Server-sent events until all is final or the reader's session ends: `progress` with `{state, version, percent,
   * report, account, pace}`, and `happened` with `{version, act, state, at}` for each change of the broadcast. A reader
   * that was cut off sends the last id and gets the events it missed.
   */
  @Sse('events')
  @Header('cache-control', 'no-store')
  async events(
    @Param('id', new ParseUUIDPipe()) id: string,
    @Req() request: FastifyRequest,
    @Headers('last-event-id') lastEventId: string | undefined,
  ): Promise<Observable<MessageEvent>> {
    await this.broadcasts.get(id);
    const seen = /^\d{1,9}$/.test(lastEventId ?? '') ? Number(lastEventId) : undefined;
    return this.feed.of(id, seen).pipe(takeUntil(this.presence.ends(request, 'broadcast.read')));
  }
}
