import type { FastifyReply } from 'fastify';
import { networks, type Network } from './walls.js';

/** What a request is for. */
export const purposes = ['post', 'edit', 'read', 'verify'] as const;
export type Purpose = (typeof purposes)[number];

/** How requests fail. */
export interface NetworkFault {
  readonly network: Network;
  readonly on: Purpose;
  /** How many requests; all if left out. */
  readonly times?: number;
  /** Whether the request is done before it fails. */
  readonly done?: boolean;
  /** An error, no answer until the client gives up, or a broken connection. */
  readonly answer:
    | { readonly status: number; readonly code?: number; readonly headers?: Readonly<Record<string, string>> }
    | 'silence'
    | 'cut';
}

export const networkFaultsSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['faults'],
  properties: {
    faults: {
      type: 'array',
      maxItems: 50,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['network', 'on', 'answer'],
        properties: {
          network: { enum: networks },
          on: { enum: purposes },
          times: { type: 'integer', minimum: 1 },
          done: { type: 'boolean' },
          answer: {
            anyOf: [
              { enum: ['silence', 'cut'] },
              {
                type: 'object',
                additionalProperties: false,
                required: ['status'],
                properties: {
                  status: { type: 'integer', minimum: 200, maximum: 599 },
                  code: { type: 'integer' },
                  headers: { type: 'object', additionalProperties: { type: 'string' } },
                },
              },
            ],
          },
        },
      },
    },
  },
} as const;

/** The faults that are switched on. */
export class NetworkFaults {
  private faults: { readonly fault: NetworkFault; struck: number }[] = [];

  load(faults: readonly NetworkFault[]): void {
    this.faults = faults.map((fault) => ({ fault, struck: 0 }));
  }

  report(): object {
    return { faults: this.faults.map(({ fault, struck }) => ({ ...fault, struck })) };
  }

  /**
   * Answers a request, or fails as a fault says.
   *
   * @param work does what was asked, and gives the answer
   * @param error the body of an error as the network writes it
   */
  async answer(
    reply: FastifyReply,
    { network, on }: Pick<NetworkFault, 'network' | 'on'>,
    work: () => object,
    error: (status: number, code: number | undefined) => object,
  ): Promise<object> {
    const found = this.faults.find(
      (each) =>
        each.fault.network === network &&
        each.fault.on === on &&
        each.struck < (each.fault.times ?? Infinity),
    );
    if (!found) return work();
    found.struck += 1;
    const { answer, done } = found.fault;
    if (done) work();
    if (answer === 'silence' || answer === 'cut') {
      reply.hijack();
      if (answer === 'cut') reply.raw.destroy();
      return reply;
    }
    await reply
      .code(answer.status)
      .headers({ ...answer.headers })
      .send(error(answer.status, answer.code));
    return reply;
  }
}
