import { Controller, Header, Param, ParseUUIDPipe, Sse, type MessageEvent } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Observable } from 'rxjs';
import { BroadcastsRepository } from '../broadcasts/broadcasts.repository.js';
import { ForStaff, May } from '../staff/staff.guard.js';
import { ProgressFeed } from './progress-feed.js';

/** What becomes of a broadcast, as it happens. */
@ApiTags('broadcasts')
@Controller('api/v1/broadcasts/:id')
@ForStaff()
@May('broadcast.read')
export class ProgressController {
  constructor(
    private readonly broadcasts: BroadcastsRepository,
    private readonly feed: ProgressFeed,
  ) {}

  /** Server-sent events named `progress`, each `{state, percent, report}`, until all is final. */
  @Sse('events')
  @Header('cache-control', 'no-store')
  async events(@Param('id', new ParseUUIDPipe()) id: string): Promise<Observable<MessageEvent>> {
    await this.broadcasts.get(id);
    return this.feed.of(id);
  }
}
