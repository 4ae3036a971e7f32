import { Controller, Get, Headers, Param, ParseUUIDPipe, Res, StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { ReportAnswer } from '../../broadcasts/report-answers.js';
import { BroadcastLedger } from '../../broadcasts/broadcast-ledger.js';
import { BroadcastsRepository } from '../../broadcasts/broadcasts.repository.js';
import { Asks, Gives } from '../../platform/http/parsed.js';
import { AuditLog } from '../../staff/audit-log.js';
import type { Member } from '../../staff/member.js';
import { CurrentMember, ForStaff, May } from '../../staff/staff.guard.js';
import { separators } from './csv-table.js';
import { DoubtAnswer } from './doubt-answers.js';
import { asFile } from './as-file.js';
import { jsonPieces } from './in-pieces.js';
import { ReportRepository } from './report.repository.js';
import { asksForSwedish, doubtsCsv, reportCsv } from './report-tables.js';

const Separators = z.strictObject({
  separator: z.enum(separators).default('comma').meta({ description: 'Of a CSV' }),
});

type Table = 'report' | 'doubts';
const csvType = 'text/csv; charset=utf-8';
const fileName = (table: Table, id: string): string => `${table}-${id}.csv`;

/** The outcome of a broadcast. An exported table is recorded in the audit log. */
@ApiTags('broadcasts')
@Controller('api/v1/broadcasts/:id')
@ForStaff()
@May('broadcast.read')
export class ReportController {
  constructor(
    private readonly broadcasts: BroadcastsRepository,
    private readonly ledger: BroadcastLedger,
    private readonly reports: ReportRepository,
    private readonly audit: AuditLog,
  ) {}

  /** JSON, or CSV for `Accept: text/csv`. With `Accept-Language: sv` the table has Swedish words. */
  @Get('report')
  @ApiProduces('application/json', 'text/csv')
  @Gives(ReportAnswer)
  async report(
    @Param('id', new ParseUUIDPipe()) id: string,
    @Headers('accept') accept: string | undefined,
    @Headers('accept-language') language: string | undefined,
    @Asks(Separators) { separator }: z.infer<typeof Separators>,
    @CurrentMember() member: Member,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const report = await this.ledger.report(await this.broadcasts.get(id));
    if (!accept?.includes('text/csv')) return report;
    await this.export(id, 'report', member);
    void reply
      .type(csvType)
      .header('content-disposition', `attachment; filename="${fileName('report', id)}"`);
    return reportCsv(report, { separator, inSwedish: asksForSwedish(language) });
  }

  /**
   * Each delivery that may have reached its phone twice, or whose outcome nobody knows: JSON, or CSV for `Accept:
   * text/csv`.
   */
  @Get('report/doubts')
  @ApiProduces('application/json', 'text/csv')
  @Gives(z.array(DoubtAnswer))
  async doubts(
    @Param('id', new ParseUUIDPipe()) id: string,
    @Headers('accept') accept: string | undefined,
    @Headers('accept-language') language: string | undefined,
    @Asks(Separators) { separator }: z.infer<typeof Separators>,
    @CurrentMember() member: Member,
  ): Promise<StreamableFile> {
    await this.broadcasts.get(id);
    const doubts = this.reports.doubts(id);
    if (!accept?.includes('text/csv')) return asFile(jsonPieces(doubts), 'application/json; charset=utf-8');
    await this.export(id, 'doubts', member);
    const table = doubtsCsv(doubts, { separator, inSwedish: asksForSwedish(language) });
    return asFile(table, csvType, fileName('doubts', id));
  }

  private async export(id: string, kind: Table, member: Member): Promise<void> {
    const entry = { memberId: member.id, action: 'report.export', subject: id, detail: { kind } };
    await this.audit.record(entry);
  }
}
