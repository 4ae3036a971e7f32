import { parse } from 'node:querystring';
import { BadRequestException } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { requireFewFields, requireModestJson } from './body-shape.js';

type Done = (error: Error | null, body?: unknown) => void;

/** Parses forms and JSON, after a pass over the bytes has checked their size and depth. */
export function readBodies(app: NestFastifyApplication): void {
  const fastify = app.getHttpAdapter().getInstance();
  const readJson = fastify.getDefaultJsonParser('error', 'error');
  app.useBodyParser('application/json', {}, (request: FastifyRequest, body: Buffer, done: Done) => {
    requireModestJson(body);
    void readJson(request, body.toString('utf8'), done);
  });
  app.useBodyParser(
    'application/x-www-form-urlencoded',
    {},
    (_request: FastifyRequest, body: Buffer, done: Done) => {
      requireFewFields(body);
      const form = parse(body.toString('utf8'));
      // Copied to another object, this field would replace that object's prototype.
      if (Object.hasOwn(form, '__proto__')) throw new BadRequestException();
      done(null, form);
    },
  );
}
