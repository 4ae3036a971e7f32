import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Gives } from '../platform/http/parsed.js';
import { DepartmentAnswer } from './department-answers.js';
import { MembersRepository } from './members.repository.js';
import { ForStaff, May } from './staff.guard.js';

/** The departments of the municipality. */
@ApiTags('staff')
@Controller('api/v1/departments')
@ForStaff()
export class DepartmentsController {
  constructor(private readonly members: MembersRepository) {}

  @Get()
  @May('broadcast.read')
  @Gives(z.array(DepartmentAnswer))
  list() {
    return this.members.departments();
  }
}
