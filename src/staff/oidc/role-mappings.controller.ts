import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Config } from '../../platform/config/config.js';
import { Gives, parsed, Takes } from '../../platform/http/parsed.js';
import { roles, type Member } from '../member.js';
import { roleWords } from '../role-words.js';
import { CurrentMember, ForStaff, May } from '../staff.guard.js';
import { authPaths } from './auth-paths.js';
import { ChangeRoleMappings } from './change-role-mappings.js';
import { RoleMappingsAnswer, RoleMappingsBody } from './role-mapping-answers.js';
import { RoleMappingsRepository, versionOf } from './role-mappings.repository.js';

/** What the values of the identity provider's claim mean here. */
@ApiTags('staff')
@Controller('api/v1/role-mappings')
@ForStaff()
export class RoleMappingsController {
  constructor(
    private readonly mappings: RoleMappingsRepository,
    private readonly change: ChangeRoleMappings,
    private readonly config: Config,
  ) {}

  @Get()
  @May('role-mapping.write')
  @Gives(RoleMappingsAnswer)
  async list() {
    const mappings = await this.mappings.list();
    const { publicUrl, identityProvider } = this.config;
    return {
      claim: this.config.get('OIDC_ROLES_CLAIM'),
      issuer: identityProvider?.issuer,
      callback: publicUrl + authPaths.callback,
      backChannelLogout: publicUrl + authPaths.backChannelLogout,
      version: versionOf(mappings),
      roles: roles.map((role) => ({ role, ...roleWords[role] })),
      mappings: mappings.map(({ value, roles, department }) => ({
        value,
        roles,
        department: department?.name,
      })),
    };
  }

  @Put()
  @May('role-mapping.write')
  @Takes(RoleMappingsBody)
  @Gives(RoleMappingsAnswer)
  async replace(
    @Body(parsed(RoleMappingsBody)) body: z.infer<typeof RoleMappingsBody>,
    @CurrentMember() member: Member,
  ) {
    await this.change.run(body, member);
    return this.list();
  }
}
