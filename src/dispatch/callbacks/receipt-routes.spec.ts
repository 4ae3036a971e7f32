import { fastify } from 'fastify';
import type { HttpAdapterHost } from '@nestjs/core';
import type { ReceiptInbox } from '../../deliveries/ledger/receipt-inbox.js';
import type { Receipt } from '../../deliveries/ledger/receipts.repository.js';
import { ReceiptRoutes } from './receipt-routes.js';

describe('the route of a receipt', () => {
  it('answers only once, even if an onSend hook is slow', async () => {
    const app = fastify();
    const faults: unknown[] = [];
    app.setErrorHandler((fault) => void faults.push(fault));
    app.addHook('onSend', async () => {
      await new Promise(setImmediate);
    });
    const host = { httpAdapter: { getInstance: () => app } } as unknown as HttpAdapterHost;
    const kept: Receipt[] = [];
    const inbox = { keep: (receipt: Receipt) => Promise.resolve(void kept.push(receipt)) };
    const receipt = { status: 'delivered' } as Receipt;
    new ReceiptRoutes(host, inbox as unknown as ReceiptInbox).add('/receipt', () => receipt);

    const answer = await app.inject({ method: 'POST', url: '/receipt' });
    await new Promise(setImmediate);
    expect(answer.statusCode).toBe(204);
    expect(kept).toEqual([receipt]);
    expect(faults).toEqual([]);
    await app.close();
  });
});
