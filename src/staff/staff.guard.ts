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
import { Config } from '../platform/config/config.js';
import { KeyTries } from './key-tries.js';
import { SignInRequired, type Member } from './member.js';
import { MembersRepository } from './members.repository.js';
import { requireOwnPage } from './own-page.guard.js';
import { may, requireMay, type Right } from './rights.js';
import { hashSecret } from './secrets.js';

export const sessionCookie = 'budkavle_staff';

export type StaffRequest = FastifyRequest & { member?: Member };

const rightKey = 'budkavle.right';

/**
 * Admits staff: a bearer key, or a session cookie from our own pages, of a member with the right that the route
 * requires.
 */
@Injectable()
export class StaffGuard implements CanActivate {
  constructor(
    private readonly members: MembersRepository,
    private readonly clock: Clock,
    private readonly reflector: Reflector,
    private readonly keys: KeyTries,
    private readonly config: Config,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<StaffRequest>();
    const member = request.member ?? (await this.admit(request));
    const asked = [context.getHandler(), context.getClass()];
    const right = this.reflector.getAllAndOverride<Right | undefined>(rightKey, asked);
    // A route without a right is closed, not open.
    if (!right) throw new Error(`${asked.map(({ name }) => name).join(' of ')} asks for no right: add @May`);
    requireMay(member, right);
    return true;
  }

  /**
   * Authenticates the request by its headers.
   *
   * @throws staff.sign-in-required, staff.wrong-key, staff.cross-site
   */
  async admit(request: StaffRequest): Promise<Member> {
    const member = await this.findMember(request);
    if (!member) throw SignInRequired();
    request.member = member;
    return member;
  }

  /** Whether the requester would still be admitted. */
  async stillMay(request: FastifyRequest, right: Right): Promise<boolean> {
    const key = bearerKey(request);
    const member = key
      ? await this.members.findByKeyHash(hashSecret(key))
      : await this.findBySession(request.cookies[sessionCookie]);
    return member !== undefined && may(member, right);
  }

  private findMember(request: FastifyRequest): Promise<Member | undefined> {
    const key = bearerKey(request);
    if (key) return this.keys.find(key, request.ip);
    const session = request.cookies[sessionCookie];
    if (session) requireOwnPage(request, this.config.publicUrl);
    return this.findBySession(session);
  }

  private async findBySession(session: string | undefined): Promise<Member | undefined> {
    return session ? this.members.findBySessionHash(hashSecret(session), this.clock.now()) : undefined;
  }
}

const bearerKey = ({ headers }: FastifyRequest): string | undefined =>
  /^Bearer (\S+)$/i.exec(headers.authorization ?? '')?.[1];

/** Marks a controller or handler as for staff only. Each route names its right with {@link May}. */
export const ForStaff = () => applyDecorators(UseGuards(StaffGuard), ApiBearerAuth());

/**
 * The right that a route requires, checked before the request's content is validated. On a controller, it applies to
 * every route without one of its own.
 */
export const May = (right: Right) => SetMetadata(rightKey, right);

/** The member who makes the request. Works only with {@link ForStaff}. */
export const CurrentMember = createParamDecorator((_: unknown, context: ExecutionContext): Member => {
  const { member } = context.switchToHttp().getRequest<StaffRequest>();
  if (!member) throw SignInRequired();
  return member;
});
