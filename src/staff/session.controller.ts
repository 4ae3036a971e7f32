import { Body, Controller, Delete, Get, HttpCode, Post, Req, Res, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { TakesUpTo } from '../platform/http/body-limits.js';
import { Gives, parsed, Takes } from '../platform/http/parsed.js';
import { clearOwnCookie, setOwnCookie } from '../platform/http/own-cookies.js';
import type { Member } from './member.js';
import { OwnPageGuard } from './own-page.guard.js';
import { rightsOf } from './rights.js';
import { MemberAnswer } from './session-answers.js';
import { SignIn } from './sign-in.js';
import { SignOut } from './sign-out.js';
import { CurrentMember, ForStaff, May, sessionCookie } from './staff.guard.js';

const Key = z.strictObject({ key: z.string().min(1).max(200) });

/** Signing in to the console with a key, and signing out. */
@ApiTags('session')
@Controller('api/v1/session')
export class SessionController {
  constructor(
    private readonly signIn: SignIn,
    private readonly signOut: SignOut,
  ) {}

  @Post()
  @UseGuards(OwnPageGuard)
  @TakesUpTo(1024)
  @Takes(Key)
  @Gives(MemberAnswer, 201)
  async open(
    @Body(parsed(Key)) { key }: z.infer<typeof Key>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { member, secret, expires } = await this.signIn.run(key.trim(), request.ip);
    setOwnCookie(reply, sessionCookie, secret, { expires });
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
  @UseGuards(OwnPageGuard)
  @HttpCode(204)
  async close(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    await this.signOut.run(request.cookies[sessionCookie]);
    clearOwnCookie(reply, sessionCookie);
  }
}

const present = ({ id, name, departmentName, phone, roles }: Member) => ({
  id,
  name,
  department: departmentName,
  phone,
  roles,
  may: rightsOf({ roles }),
});
