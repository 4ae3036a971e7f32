import { Controller, Get, Headers, Param, ParseUUIDPipe, StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { preferredLanguage } from '../../kernel/language.js';
import { Asks, Gives } from '../../platform/http/parsed.js';
import { AuditLog } from '../../staff/audit-log.js';
import type { Member } from '../../staff/member.js';
import { CurrentMember, ForStaff, May } from '../../staff/staff.guard.js';
import { separators } from './csv-table.js';
import { asFile } from './as-file.js';
import { inPieces, jsonPieces } from './in-pieces.js';
import { ListUnreached } from './list-unreached.js';
import { PrintLetterboxNotes } from '../letterbox/print-letterbox-notes.js';
import { UnreachedAnswer, UnreachedPointsAnswer } from './unreached-answers.js';
import { unreachedCsv, unreachedPoints } from './unreached-table.js';

const Page = z.strictObject({
  limit: z.coerce
    .number()
    .int()
    .min(0)
    .max(10_000)
    .default(100)
    .meta({ description: '0: only how many they are' }),
  offset: z.coerce.number().int().min(0).default(0),
});
const Table = z.strictObject({ separator: z.enum(separators).default('comma') });

const Notes = z.strictObject({
  languages: z.enum(['all', 'first']).default('all').meta({ description: 'Of the broadcast’s texts' }),
});

type Of<S extends z.ZodType> = z.infer<S>;
const Id = () => Param('id', new ParseUUIDPipe());

/** The addresses that a broadcast does not reach. Every list is recorded in the audit log; a count is not. */
@ApiTags('broadcasts')
@Controller('api/v1/broadcasts/:id')
@ForStaff()
@May('unreached.read')
export class UnreachedController {
  constructor(
    private readonly list: ListUnreached,
    private readonly notes: PrintLetterboxNotes,
    private readonly audit: AuditLog,
  ) {}

  @Get('unreached')
  @Gives(UnreachedAnswer)
  async page(
    @Id() id: string,
    @Asks(Page) { limit, offset }: Of<typeof Page>,
    @CurrentMember() member: Member,
  ) {
    if (limit === 0) return { ...(await this.list.count(id)), addresses: [] };
    const { basis, addresses } = await this.list.run(id);
    const page = addresses.slice(offset, offset + limit);
    await this.export(id, 'json', page.length, member);
    const around = [`{"basis":"${basis}","total":${addresses.length},"addresses":`, '}'] as const;
    return asFile(jsonPieces(inPieces(page), around), 'application/json; charset=utf-8');
  }

  @Get('unreached.geojson')
  @Gives(UnreachedPointsAnswer)
  async points(@Id() id: string, @CurrentMember() member: Member) {
    const { addresses } = await this.list.run(id);
    await this.export(id, 'geojson', addresses.length, member);
    return asFile(unreachedPoints(addresses), 'application/json; charset=utf-8');
  }

  @Get('unreached.csv')
  @ApiProduces('text/csv')
  @ApiResponse({ status: 200, description: '', schema: { type: 'string' } })
  async csv(
    @Id() id: string,
    @Asks(Table) { separator }: Of<typeof Table>,
    @Headers('accept-language') accepts: string | undefined,
    @CurrentMember() member: Member,
  ): Promise<StreamableFile> {
    const { addresses } = await this.list.run(id);
    await this.export(id, 'csv', addresses.length, member);
    const table = unreachedCsv(addresses, preferredLanguage(accepts), separator);
    return asFile(table, 'text/csv; charset=utf-8', `unreached-${id}.csv`);
  }

  /** A walking list, then a note for each address. */
  @Get('letterbox-notes.pdf')
  @ApiProduces('application/pdf')
  @ApiResponse({ status: 200, description: '', schema: { type: 'string', format: 'binary' } })
  async pdf(
    @Id() id: string,
    @Asks(Notes) { languages }: Of<typeof Notes>,
    @CurrentMember() member: Member,
  ): Promise<StreamableFile> {
    const unreached = await this.list.run(id);
    const notes = await this.notes.run(unreached, languages);
    await this.export(id, 'letterbox-notes', unreached.addresses.length, member);
    return new StreamableFile(notes, {
      type: 'application/pdf',
      disposition: `attachment; filename="letterbox-notes-${id}.pdf"`,
    });
  }

  private async export(
    id: string,
    kind: 'json' | 'geojson' | 'csv' | 'letterbox-notes',
    addresses: number,
    { id: memberId }: Member,
  ): Promise<void> {
    const detail = { kind, addresses };
    await this.audit.record({ memberId, action: 'unreached.export', subject: id, detail });
  }
}
