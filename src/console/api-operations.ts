import type { OpenAPIObject } from '@nestjs/swagger';

/** A field of a body, an answer or a query, flattened for reading: `phones.mobile`, `texts[].sms`. */
export interface ApiField {
  readonly path: string;
  readonly type: string;
  readonly required: boolean;
  readonly description?: string;
}

export interface ApiAnswer {
  readonly status: string;
  readonly description: string;
  readonly fields: readonly ApiField[];
}

/** One operation of the API, in a form for people to read. */
export interface ApiOperation {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly summary?: string;
  readonly needsKey: boolean;
  readonly parameters: readonly (ApiField & { readonly in: string })[];
  readonly body: readonly ApiField[];
  readonly answers: readonly ApiAnswer[];
}

interface Schema {
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly description?: string;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly additionalProperties?: boolean | Schema;
}

interface Content {
  readonly content?: Readonly<Record<string, { readonly schema?: Schema }>>;
  readonly description?: string;
}

interface RawOperation {
  readonly summary?: string;
  readonly description?: string;
  readonly tags?: readonly string[];
  readonly security?: readonly unknown[];
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly required?: boolean;
    readonly description?: string;
    readonly schema?: Schema;
  }[];
  readonly requestBody?: Content;
  readonly responses?: Readonly<Record<string, Content>>;
}

export const operationMethods = ['get', 'post', 'put', 'patch', 'delete'] as const;

/** The operations of a document by tag, in their original order. */
export function operationsByTag(document: OpenAPIObject): ReadonlyMap<string, readonly ApiOperation[]> {
  const byTag = new Map<string, ApiOperation[]>();
  for (const [path, item] of Object.entries(document.paths)) {
    for (const method of operationMethods) {
      const raw = item[method] as RawOperation | undefined;
      if (!raw) continue;
      const tag = raw.tags?.[0] ?? '';
      byTag.set(tag, [...(byTag.get(tag) ?? []), operation(path, method, raw)]);
    }
  }
  return byTag;
}

const operation = (path: string, method: string, raw: RawOperation): ApiOperation => ({
  id: `${method}-${path.replace(/\W+/g, '-').replace(/^-|-$/g, '')}`,
  method: method.toUpperCase(),
  path,
  // An empty text counts as none.
  summary: raw.summary || raw.description || undefined,
  needsKey: (raw.security?.length ?? 0) > 0,
  parameters: (raw.parameters ?? []).map(({ name, in: where, required = false, description, schema }) => ({
    path: name,
    in: where,
    type: typeOf(schema),
    required,
    description,
  })),
  body: fieldsOf(schemaOf(raw.requestBody)),
  // `default` is the problem document of every operation. The page explains it once, at its top.
  answers: Object.entries(raw.responses ?? {})
    .filter(([status]) => status !== 'default')
    .map(([status, answer]) => ({
      status,
      description: answer.description ?? '',
      fields: fieldsOf(schemaOf(answer)),
    })),
});

const schemaOf = (content: Content | undefined): Schema | undefined =>
  Object.values(content?.content ?? {})[0]?.schema;

/** Flattens a schema, with its alternatives. The path of a list's field contains `[]`. */
function fieldsOf(schema: Schema | undefined, prefix = ''): ApiField[] {
  if (!schema) return [];
  const { properties = {}, required = [], items, anyOf, oneOf } = schema;
  if (items && prefix === '') return fieldsOf(items, '[]');
  const own = Object.entries(properties).flatMap(([name, field]) => {
    const path = prefix === '' ? name : `${prefix}.${name}`;
    const inner = field.items ? fieldsOf(field.items, `${path}[]`) : fieldsOf(field, path);
    const line = {
      path,
      type: typeOf(field),
      required: required.includes(name),
      description: field.description,
    };
    return [line, ...inner];
  });
  return [...own, ...(anyOf ?? oneOf ?? []).flatMap((choice) => fieldsOf(choice, prefix))];
}

function typeOf(schema: Schema | undefined): string {
  if (!schema) return '';
  const { enum: choices, anyOf, oneOf, items, type, format } = schema;
  if (choices) return choices.map((choice) => JSON.stringify(choice)).join(' | ');
  const alternatives = anyOf ?? oneOf;
  if (alternatives) return [...new Set(alternatives.map(typeOf))].filter(Boolean).join(' | ');
  if (items) return `${typeOf(items) || 'any'}[]`;
  const name = typeof type === 'string' ? type : (type ?? []).join(' | ');
  return format ? `${name} (${format})` : name;
}
