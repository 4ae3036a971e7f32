import {
  Controller,
  Get,
  Header,
  Headers,
  Param,
  ParseUUIDPipe,
  Query,
  Res,
  Sse,
  type MessageEvent,
} from '@nestjs/common';
import { ApiProduces, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Observable } from 'rxjs';
import { z } from 'zod';
import { BroadcastLedger } from '../broadcasts/broadcast-ledger.js';
import { BroadcastsRepository } from '../broadcasts/broadcasts.repository.js';
import { parsed } from '../platform/http/parsed.js';
import { ForStaff } from '../staff/staff.guard.js';
import { ProgressFeed } from './progress-feed.js';
import { ReportRepository, type DoubtfulDelivery } from './report.repository.js';
import { doubtsCsv, reportCsv, separators } from './report.js';

const Table = z.strictObject({ separator: z.enum(separators).default('comma') });
const ApiTable = () =>
  ApiQuery({ name: 'separator', enum: separators, required: false, description: 'Of a CSV' });

/** What became of a broadcast, as sums and as it happens. */
@ApiTags('broadcasts')
@Controller('api/v1/broadcasts/:id')
@ForStaff()
export class ReportController {
  constructor(
    private readonly broadcasts: BroadcastsRepository,
    private readonly ledger: BroadcastLedger,
    private readonly feed: ProgressFeed,
    private readonly reports: ReportRepository,
  ) {}

  /** JSON, or CSV for `Accept: text/csv`. */
  @Get('report')
  @ApiProduces('application/json', 'text/csv')
  @ApiTable()
  async report(
    @Param('id', new ParseUUIDPipe()) id: string,
    @Headers('accept') accept: string | undefined,
    @Query(parsed(Table)) { separator }: z.infer<typeof Table>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    await this.broadcasts.get(id);
    const report = await this.ledger.report(id);
    if (!accept?.includes('text/csv')) return report;
    asFile(reply, `report-${id}.csv`);
    return reportCsv(report, separator);
  }

  /**
   * The deliveries that could have reached their phone twice, or of which nobody knows, one by one: JSON, or CSV for
   * `Accept: text/csv`.
   */
  @Get('report/doubts')
  @ApiProduces('application/json', 'text/csv')
  @ApiTable()
  async doubts(
    @Param('id', new ParseUUIDPipe()) id: string,
    @Headers('accept') accept: string | undefined,
    @Query(parsed(Table)) { separator }: z.infer<typeof Table>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DoubtfulDelivery[] | string> {
    await this.broadcasts.get(id);
    const doubts = await this.reports.doubts(id);
    if (!accept?.includes('text/csv')) return doubts;
    asFile(reply, `doubts-${id}.csv`);
    return doubtsCsv(doubts, separator);
  }

  /** Server-sent events named `progress`, each `{state, percent, report}`, until all is final. */
  @Sse('events')
  @Header('cache-control', 'no-store')
  async events(@Param('id', new ParseUUIDPipe()) id: string): Promise<Observable<MessageEvent>> {
    await this.broadcasts.get(id);
    return this.feed.of(id);
  }
}

const asFile = (reply: FastifyReply, name: string): void =>
  void reply.type('text/csv; charset=utf-8').header('content-disposition', `attachment; filename="${name}"`);
