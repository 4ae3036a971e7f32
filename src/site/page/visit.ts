import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type {} from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { InterfaceLanguage } from '../../kernel/language.js';
import { clearOwnCookie, setOwnCookie } from '../../platform/http/own-cookies.js';
import { languageOfPath } from './page-paths.js';

export const visitCookie = 'budkavle_visit';

const requestOf = (context: ExecutionContext) => context.switchToHttp().getRequest<FastifyRequest>();

/** The secret of the visitor's session, if the browser has one. */
export const VisitSession = createParamDecorator(
  (_: unknown, context: ExecutionContext): string | undefined => requestOf(context).cookies[visitCookie],
);

/** The language of the requested page. */
export const PageLanguage = createParamDecorator((_: unknown, context: ExecutionContext): InterfaceLanguage =>
  languageOfPath(requestOf(context).url),
);

/** A session cookie: it is gone when the browser closes. The database ends the session earlier. */
export const keepSession = (reply: FastifyReply, session: string): void =>
  setOwnCookie(reply, visitCookie, session);

export const forgetSession = (reply: FastifyReply): void => clearOwnCookie(reply, visitCookie);
