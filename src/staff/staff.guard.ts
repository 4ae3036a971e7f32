import { createHash } from 'node:crypto';
import {
  applyDecorators,
  createParamDecorator,
  Injectable,
  SetMetadata,
  UseGuards,
  type CanActivate,
  type ExecutionContext,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ApiBearerAuth } from '@nestjs/swagger';
import type {} from '@fastify/cookie';
import type { FastifyRequest } from 'fastify';
import { Clock } from '../kernel/clock.js';
import { refusal } from '../kernel/refusal.js';
import { SignInRequired, WrongKey, type Member } from './member.js';
import { MembersRepository } from './members.repository.js';
import { requireMay, type Right } from './rights.js';

export const sessionCookie = 'budkavle_staff';

export const hashSecret = (secret: string): Buffer => createHash('sha256').update(secret).digest();

const CrossSiteRequest = refusal('staff.cross-site', 'forbidden', {
  sv: 'Förfrågan kom från en annan webbplats.',
  en: 'The request came from another site.',
});

type StaffRequest = FastifyRequest & { member?: Member };

const rightKey = 'budkavle.right';

/** Lets staff in: a bearer key, or a session's cookie from our own pages, of a member who has the right that the route asks for. */
@Injectable()
export class StaffGuard implements CanActivate {
  constructor(
    private readonly members: MembersRepository,
    private readonly clock: Clock,
    private readonly reflector: Reflector,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<StaffRequest>();
    const member = await this.findMember(request);
    if (!member) throw SignInRequired();
    const asked = [context.getHandler(), context.getClass()];
    const right = this.reflector.getAllAndOverride<Right | undefined>(rightKey, asked);
    // A new route that forgot it is closed, not open.
    if (!right) throw new Error(`${asked.map(({ name }) => name).join(' of ')} asks for no right: add @May`);
    requireMay(member, right);
    request.member = member;
    return true;
  }

  private async findMember(request: FastifyRequest): Promise<Member | undefined> {
    const key = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
    if (key) {
      const owner = await this.members.findByKeyHash(hashSecret(key));
      if (!owner) throw WrongKey();
      return owner;
    }
    const session = request.cookies[sessionCookie];
    if (!session) return undefined;
    // The cookie is SameSite=Strict; browsers that say where a request came from must agree.
    const site = request.headers['sec-fetch-site'];
    if (request.method !== 'GET' && site !== undefined && site !== 'same-origin') throw CrossSiteRequest();
    return this.members.findBySessionHash(hashSecret(session), this.clock.now());
  }
}

/** A controller or handler for staff only; each route says with {@link May} for whom. */
export const ForStaff = () => applyDecorators(UseGuards(StaffGuard), ApiBearerAuth());

/** The right that a route asks for, before it reads the body; of a controller, that of all routes without one of their own. */
export const May = (right: Right) => SetMetadata(rightKey, right);

/** The member who makes the request; only where {@link ForStaff} stands. */
export const CurrentMember = createParamDecorator((_: unknown, context: ExecutionContext): Member => {
  const { member } = context.switchToHttp().getRequest<StaffRequest>();
  if (!member) throw SignInRequired();
  return member;
});
