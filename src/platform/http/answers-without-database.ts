import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';

/** Marks a route that has an answer of its own when the database can't be reached, also in a process that never reached it. */
export const AnswersWithoutDatabase = () => RouteConfig({ answersWithoutDatabase: true });

export const answersWithoutDatabase = ({ routeOptions }: FastifyRequest): boolean =>
  (routeOptions.config as { answersWithoutDatabase?: boolean }).answersWithoutDatabase === true;
