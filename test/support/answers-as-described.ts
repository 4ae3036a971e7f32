import {
  StreamableFile,
  UseInterceptors,
  type CallHandler,
  type ExecutionContext,
  type INestApplication,
  type NestInterceptor,
} from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import { buffer } from 'node:stream/consumers';
import { mergeMap, type Observable } from 'rxjs';
import { z } from 'zod';
import { schemaGivenBy } from '../../src/platform/http/parsed.js';

const held = new WeakSet<object>();

/**
 * Checks every JSON answer of the program against the schema that its route declares with `@Gives`. So the description
 * of the API is true for every answer that a test gets. Routes without `@Gives` get no interceptor: it would change how
 * a stream of events refuses.
 */
export function holdAnswersToSchemas(app: INestApplication): void {
  for (const { controllers } of app.get(ModulesContainer).values())
    for (const { metatype } of controllers.values()) {
      const routes = (metatype as { prototype: object }).prototype;
      for (const [name, descriptor] of Object.entries(Object.getOwnPropertyDescriptors(routes))) {
        const handler = descriptor.value as object;
        const schema = typeof handler === 'function' ? schemaGivenBy(handler) : undefined;
        if (!schema || held.has(handler)) continue;
        held.add(handler);
        UseInterceptors(new AnswersAsDescribed(schema))(routes, name, descriptor);
      }
    }
}

class AnswersAsDescribed implements NestInterceptor {
  constructor(private readonly schema: z.ZodType) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const route = `${context.getClass().name}.${context.getHandler().name}`;
    return next.handle().pipe(
      mergeMap(async (answer: unknown) => {
        if (answer instanceof StreamableFile) return inFull(answer, this.schema, route);
        // A string is a table, for `Accept: text/csv`.
        if (typeof answer !== 'string') requireDescribed(JSON.stringify(answer), this.schema, route);
        return answer;
      }),
    );
  }
}

async function inFull(file: StreamableFile, schema: z.ZodType, route: string): Promise<StreamableFile> {
  const { type, disposition } = file.getHeaders();
  if (!type.startsWith('application/json')) return file;
  const whole = await buffer(file.getStream());
  requireDescribed(whole.toString(), schema, route);
  return new StreamableFile(whole, { type, disposition });
}

function requireDescribed(json: string, schema: z.ZodType, route: string): void {
  const { error } = schema.safeParse(JSON.parse(json));
  if (!error) return;
  const fault = `${route} gave an answer unlike its schema:\n${z.prettifyError(error)}\n${json.slice(0, 2000)}`;
  // Printed, because the log of a test is silent and the caller only gets a 500.
  console.error(fault);
  throw new Error(fault);
}
