import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Gives } from '../../platform/http/parsed.js';
import { ForStaff, May } from '../../staff/staff.guard.js';
import { PhoneSourceAnswer } from './phone-source-answers.js';
import { PhoneSourcesRepository } from './phone-sources.repository.js';

/** Where the phones of the directory come from. Sums only: no phone, no person. */
@ApiTags('directory')
@ForStaff()
@May('source.read')
@Controller('api/v1/directory/sources')
export class PhoneSourcesController {
  constructor(private readonly sources: PhoneSourcesRepository) {}

  @Get()
  @Gives(z.array(PhoneSourceAnswer))
  list() {
    return this.sources.list();
  }
}
