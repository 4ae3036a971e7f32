interface SchemaError {
  readonly instancePath: string;
  readonly message?: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** Error text for a document that its schema refuses. Ajv's own message does not name an unknown field. */
export const explained =
  (whole: string) =>
  (errors: object[]): Error =>
    new Error(
      (errors as SchemaError[])
        .slice(0, 1)
        .map((error) => explain(error, whole))
        .join('; '),
    );

function explain({ instancePath, message, params }: SchemaError, whole: string): string {
  const where = instancePath === '' ? whole : instancePath.slice(1).replaceAll('/', '.');
  const extra = params.additionalProperty ?? params.tagValue;
  return `${where}: ${message ?? 'is wrong'}${typeof extra === 'string' ? ` (${extra})` : ''}`;
}
