import type { FastifyInstance } from 'fastify';
import { type FaultScript, faultScriptSchema } from './fault-script.js';
import type { Faults } from './faults.js';

interface SchemaError {
  readonly instancePath: string;
  readonly message?: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** `POST /faults` loads a script, `GET` shows it with its counts, `DELETE` clears it. */
export function faultsApi(app: FastifyInstance, faults: Faults): void {
  app.post<{ Body: FaultScript }>(
    '/faults',
    {
      schema: { body: faultScriptSchema },
      schemaErrorFormatter: (errors) =>
        new Error((errors as SchemaError[]).slice(0, 1).map(explain).join('; ')),
    },
    (request) => {
      faults.load(request.body);
      return faults.report();
    },
  );
  app.get('/faults', () => faults.report());
  app.delete('/faults', (_request, reply) => {
    faults.load({ rules: [] });
    return reply.code(204).send();
  });
}

/** Names the field: the checker's own words leave out which one was unknown. */
function explain({ instancePath, message, params }: SchemaError): string {
  const where = instancePath === '' ? 'the script' : instancePath.slice(1).replaceAll('/', '.');
  const extra = params.additionalProperty ?? params.tagValue;
  return `${where}: ${message ?? 'is wrong'}${typeof extra === 'string' ? ` (${extra})` : ''}`;
}
