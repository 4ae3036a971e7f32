import type { FastifyInstance } from 'fastify';
import { type FaultScript, faultScriptSchema } from './fault-script.js';
import type { Faults } from './faults.js';
import { explained } from './schema-refusal.js';

/** `POST /faults` loads a script, `GET` returns it with its counts, `DELETE` clears it. */
export function faultsApi(app: FastifyInstance, faults: Faults): void {
  app.post<{ Body: FaultScript }>(
    '/faults',
    {
      schema: { body: faultScriptSchema },
      schemaErrorFormatter: explained('the script'),
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
