import { applyDecorators, Query, SetMetadata, type PipeTransform } from '@nestjs/common';
import { ApiBody, ApiQuery, ApiResponse, type ApiResponseOptions } from '@nestjs/swagger';
import { z, type ZodObject, type ZodType } from 'zod';
import { DomainError, refusal } from '../../kernel/refusal.js';
import { deepest } from './body-shape.js';

export const InvalidRequest = refusal('request.invalid', 'invalid', {
  sv: 'Något i det som skickades är fel. Se varje fel för sig.',
  en: 'Something in the request is wrong. See each error.',
});

/** One fault of a request: its place (a path of names and indexes) and a message. */
export interface RequestFault {
  readonly path: string;
  readonly message: string;
}

/**
 * Parses a body, query or parameter with the schema, or refuses with `request.invalid` and the list of all faults. If a
 * fault has its own refusal (for example a deceptive name), that refusal is thrown instead. Use strict objects: an
 * unknown field is a mistake of the client.
 *
 *     create(@Body(parsed(NewBroadcast)) body: z.infer<typeof NewBroadcast>)
 */
export function parsed(schema: ZodType): PipeTransform {
  return {
    transform(value: unknown) {
      const unkeepable = whatNobodyCanKeep(value);
      if (unkeepable) throw InvalidRequest({ errors: [unkeepable] });
      const result = schema.safeParse(value);
      if (result.success) return result.data;
      for (const issue of result.error.issues)
        if (issue.code === 'custom' && issue.params?.['refusal'] instanceof DomainError)
          throw issue.params['refusal'];
      const errors: RequestFault[] = result.error.issues.map((issue) => ({
        path: issue.path.map(String).join('.'),
        message: issue.message,
      }));
      throw InvalidRequest({ errors });
    },
  };
}

/**
 * Finds text that PostgreSQL can't store (a NUL, half a surrogate pair), and nesting deep enough to overflow the stack.
 * Checked for every request, so that no other code has to. For a drawn area it visits each vertex.
 */
function whatNobodyCanKeep(value: unknown, depth = 0): RequestFault | undefined {
  if (typeof value === 'string')
    return value.includes('\0') || !value.isWellFormed()
      ? { path: '', message: 'text with a character that is none' }
      : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  if (depth === deepest) return { path: '', message: `nested more than ${deepest} deep` };
  if (Array.isArray(value)) {
    for (let at = 0; at < value.length; at += 1) {
      const fault = whatNobodyCanKeep(value[at], depth + 1);
      if (fault) return within(at, fault);
    }
    return undefined;
  }
  for (const [name, inner] of Object.entries(value)) {
    const fault = whatNobodyCanKeep(inner, depth + 1);
    if (fault) return within(name, fault);
  }
  return undefined;
}

const within = (name: string | number, { path, message }: RequestFault): RequestFault => ({
  path: path ? `${name}.${path}` : String(name),
  message,
});

type OpenApiSchema = NonNullable<Extract<ApiResponseOptions, { schema: unknown }>['schema']>;

const jsonSchema = (schema: ZodType, io: 'input' | 'output'): OpenApiSchema => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    target: 'openapi-3.0',
    io,
    unrepresentable: 'any',
  });
  return rest as unknown as OpenApiSchema;
};

/** Describes the body in OpenAPI, from the same schema that parses it. */
export const Takes = (schema: ZodType) => ApiBody({ schema: jsonSchema(schema, 'input') });

/**
 * The query parsed by the schema, with each parameter described in OpenAPI:
 *
 *     list(@Asks(Listing) { limit }: z.infer<typeof Listing>)
 */
export const Asks =
  (schema: ZodObject): ParameterDecorator =>
  (controller, method, index) => {
    Query(parsed(schema))(controller, method, index);
    const handler = Object.getOwnPropertyDescriptor(controller, method!)!;
    for (const [name, parameter] of Object.entries(schema.shape)) {
      const { description, ...described } = jsonSchema(parameter as ZodType, 'input');
      const required = !z.safeParse(parameter as ZodType, undefined).success;
      ApiQuery({ name, required, description, schema: described })(controller, method!, handler);
    }
  };

const given = Symbol('the schema of the answer');

/** Describes the answer in OpenAPI. Tests check each answer against it. */
export const Gives = (schema: ZodType, status = 200, description = '') =>
  applyDecorators(
    ApiResponse({ status, description, schema: jsonSchema(schema, 'output') }),
    SetMetadata(given, schema),
  );

/** The schema that {@link Gives} set on a handler. */
export const schemaGivenBy = (handler: object): ZodType | undefined =>
  Reflect.getMetadata(given, handler) as ZodType | undefined;
