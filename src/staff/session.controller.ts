import { randomBytes } from 'node:crypto';
import { Body, Controller, Delete, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type {} from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Clock } from '../kernel/clock.js';
import { Config } from '../platform/config/config.js';
import { Gives, parsed, Takes } from '../platform/http/parsed.js';
import { AuditLog } from './audit-log.js';
import { roles, WrongKey, type Member } from './member.js';
import { MembersRepository } from './members.repository.js';
import { rights, rightsOf } from './rights.js';
import { CurrentMember, ForStaff, hashSecret, May, sessionCookie } from './staff.guard.js';

const SignIn = z.strictObject({ key: z.string().min(1).max(200) });

export const MemberAnswer = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  department: z.string(),
  roles: z.array(z.enum(roles)),
  may: z.array(z.enum(rights)).meta({ description: 'What these roles may do' }),
});

const sessionHours = 10;

/** Signing in to the console with a key, and out again. */
@ApiTags('session')
@Controller('api/v1/session')
export class SessionController {
  constructor(
    private readonly members: MembersRepository,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  @Post()
  @Takes(SignIn)
  @Gives(MemberAnswer, 201)
  async signIn(
    @Body(parsed(SignIn)) body: z.infer<typeof SignIn>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const keyHash = hashSecret(body.key.trim());
    const member = await this.members.findByKeyHash(keyHash);
    if (!member) throw WrongKey();
    const secret = randomBytes(32).toString('base64url');
    const expiresAt = new Date(this.clock.now().getTime() + sessionHours * 3_600_000);
    await this.members.openSession(hashSecret(secret), keyHash, expiresAt);
    await this.audit.record({ memberId: member.id, action: 'staff.sign-in', subject: member.id });
    reply.setCookie(sessionCookie, secret, {
      httpOnly: true,
      sameSite: 'strict',
      secure: this.config.publicUrl.startsWith('https:'),
      path: '/',
      expires: expiresAt,
    });
    return present(member);
  }

  @Get()
  @Gives(MemberAnswer)
  @ForStaff()
  @May('session.read')
  whoAmI(@CurrentMember() member: Member) {
    return present(member);
  }

  @Delete()
  @HttpCode(204)
  async signOut(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    const secret = request.cookies[sessionCookie];
    if (secret) await this.members.closeSession(hashSecret(secret));
    reply.clearCookie(sessionCookie, { path: '/' });
  }
}

const present = ({ id, name, departmentName, roles }: Member) => ({
  id,
  name,
  department: departmentName,
  roles,
  may: rightsOf({ roles }),
});
