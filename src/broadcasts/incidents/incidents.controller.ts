import { Body, Controller, Get, Param, ParseUUIDPipe, Put, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { lanes } from '../../kernel/lanes.js';
import { nameInput } from '../../platform/http/name-input.js';
import { Asks, Gives, parsed, Takes } from '../../platform/http/parsed.js';
import type { Member } from '../../staff/member.js';
import { CurrentMember, ForStaff, May } from '../../staff/staff.guard.js';
import { states } from '../broadcast.js';
import { IncidentAnswer, IncidentMapAnswer, IncidentSummaryAnswer } from './incident-answers.js';
import { IncidentMap } from './incident-map.js';
import { IncidentsRepository } from './incidents.repository.js';
import { NameIncident } from './name-incident.js';
import { PresentIncident } from './present-incident.js';

const several = <S extends z.ZodType>(one: S) => z.union([one, z.array(one)]).optional();

const Listing = z.strictObject({
  limit: z.coerce.number().int().min(1).max(100).default(30),
  before: z
    .uuid()
    .optional()
    .meta({ description: 'The newest broadcast of the last incident of the page before' }),
  q: z.string().trim().max(200).optional().meta({ description: 'Part of a text, an area’s name or a title' }),
  state: several(z.enum(states)).meta({ description: 'May be given several times' }),
  lane: several(z.enum(lanes)).meta({ description: 'May be given several times' }),
  department: z.uuid().optional(),
  from: z.iso.datetime({ offset: true }).optional().meta({ description: 'Written then or later' }),
  to: z.iso.datetime({ offset: true }).optional().meta({ description: 'Written before' }),
});
const TitleBody = z.strictObject({
  title: nameInput(120).nullable().meta({ description: 'Null for what its first audience is called' }),
});

type Of<S extends z.ZodType> = z.infer<S>;
const Id = () => Param('id', new ParseUUIDPipe());

/** Incidents: a broadcast with its updates, corrections, extensions and all-clears. */
@ApiTags('incidents')
@Controller('api/v1/incidents')
@ForStaff()
@May('broadcast.read')
export class IncidentsController {
  constructor(
    private readonly incidents: IncidentsRepository,
    private readonly present: PresentIncident,
    private readonly name: NameIncident,
    private readonly map: IncidentMap,
  ) {}

  /** Those with the newest broadcast first. One broadcast of an incident must fit all of the filters. */
  @Get()
  @Gives(z.array(IncidentSummaryAnswer))
  async list(@Asks(Listing) asked: Of<typeof Listing>, @Res({ passthrough: true }) reply: FastifyReply) {
    const { limit, before, q, state, lane, department, from, to } = asked;
    const found = await this.incidents.list({
      limit: limit + 1,
      before,
      text: q === '' ? undefined : q,
      states: state === undefined ? undefined : [state].flat(),
      lanes: lane === undefined ? undefined : [lane].flat(),
      department,
      from: from === undefined ? undefined : new Date(from),
      to: to === undefined ? undefined : new Date(to),
    });
    const page = found.slice(0, limit);
    if (found.length > limit) reply.header('link', nextPage(asked, page.at(-1)!.latest));
    return this.present.list(page);
  }

  @Get(':id')
  @Gives(IncidentAnswer)
  async get(@Id() id: string) {
    return this.present.one(id);
  }

  @Get(':id/map')
  @Gives(IncidentMapAnswer)
  async showMap(@Id() id: string) {
    return this.map.of(id);
  }

  @Put(':id/title')
  @May('incident.name')
  @Takes(TitleBody)
  @Gives(IncidentAnswer)
  async setTitle(
    @Id() id: string,
    @Body(parsed(TitleBody)) { title }: Of<typeof TitleBody>,
    @CurrentMember() member: Member,
  ) {
    return this.present.one(await this.name.run(id, title ?? undefined, member));
  }
}

/** The Link header to older incidents that fit the same filters (RFC 8288). */
function nextPage(asked: Of<typeof Listing>, before: string): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...asked, before })) {
    const values: readonly (string | number)[] = Array.isArray(value) ? value : [value];
    for (const one of values) query.append(name, String(one));
  }
  return `</api/v1/incidents?${query.toString()}>; rel="next"`;
}
