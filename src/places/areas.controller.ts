import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { polygonBody, TakesUpTo } from '../platform/http/body-limits.js';
import { Gives, parsed, Takes } from '../platform/http/parsed.js';
import type { Member } from '../staff/member.js';
import { MembersRepository } from '../staff/members.repository.js';
import { CurrentMember, ForStaff, May } from '../staff/staff.guard.js';
import { SavedAreaAnswer } from './place-answers.js';
import { SaveArea } from './save-area.js';
import { NewArea } from './saved-area.js';
import { SavedAreas } from './saved-areas.repository.js';

const AreaId = z.strictObject({ id: z.uuid() });
const Saved = z.strictObject({ id: z.uuid() });

/** Areas that staff saved under a name. They are places too, and are found and chosen like any other. */
@ApiTags('places')
@ForStaff()
@Controller('api/v1/areas')
export class AreasController {
  constructor(
    private readonly areas: SavedAreas,
    private readonly saveArea: SaveArea,
    private readonly members: MembersRepository,
  ) {}

  @Get()
  @May('place.read')
  @Gives(z.array(SavedAreaAnswer))
  async list() {
    const areas = await this.areas.list();
    const names = await this.members.namesOf(areas.map(({ changedBy }) => changedBy));
    return areas.map(({ changedBy, ...area }) => ({
      ...area,
      changedBy: { id: changedBy, name: names.get(changedBy) ?? '' },
    }));
  }

  @Post()
  @May('area.save')
  @TakesUpTo(polygonBody)
  @Takes(NewArea)
  @Gives(Saved, 201)
  async save(@Body(parsed(NewArea)) body: z.infer<typeof NewArea>, @CurrentMember() member: Member) {
    return { id: await this.saveArea.run(body, member) };
  }

  /** Changes the name, and the shape if one is given. */
  @Put(':id')
  @May('area.save')
  @TakesUpTo(polygonBody)
  @Takes(NewArea)
  @Gives(Saved)
  async change(
    @Param(parsed(AreaId)) { id }: z.infer<typeof AreaId>,
    @Body(parsed(NewArea)) body: z.infer<typeof NewArea>,
    @CurrentMember() member: Member,
  ) {
    return { id: await this.saveArea.run(body, member, id) };
  }

  @Delete(':id')
  @May('area.save')
  @HttpCode(204)
  @ApiResponse({ status: 204, description: 'It is removed' })
  async remove(
    @Param(parsed(AreaId)) { id }: z.infer<typeof AreaId>,
    @CurrentMember() member: Member,
  ): Promise<void> {
    await this.saveArea.remove(id, member);
  }
}
