import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Config } from '../../../platform/config/config.js';
import type { ListedMessage } from '../../gap/sent-list.js';
import { TwilioSentList } from './twilio-sent-list.js';

describe('the calls that Twilio lists', () => {
  let server: Server;
  let list: TwilioSentList;
  const call = (n: number, answered_by: string | null) => ({
    sid: `CA${String(n).repeat(32)}`,
    from: '+46846500499',
    to: '+46846500400',
    date_created: 'Sun, 29 Nov 2026 12:00:00 +0000',
    direction: 'outbound-api',
    status: 'completed',
    answered_by,
  });
  beforeAll(async () => {
    const calls = [call(1, 'human'), call(2, 'fax'), call(3, 'machine_end_beep'), call(4, null)];
    server = createServer((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ calls, page: 0, page_size: 1000 }));
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const { port } = server.address() as AddressInfo;
    list = new TwilioSentList(
      Config.read({ DATABASE_URL: 'postgres://nowhere' }),
      `http://127.0.0.1:${port}`,
    );
  });
  afterAll(() => {
    list.stop();
    server.close();
    server.closeAllConnections();
  });

  it('show who answered: a fax has heard nothing', async () => {
    const listed: ListedMessage[] = [];
    const failed = await list.each('voice', new Date('2026-11-29T11:00:00Z'), (page) => {
      listed.push(...page);
      return Promise.resolve();
    });
    expect(failed).toBeUndefined();
    expect(listed.map(({ status, reason }) => [status, reason])).toEqual([
      ['delivered', undefined],
      ['undelivered', 'fax'],
      ['delivered', 'answering-machine'],
      ['delivered', undefined],
    ]);
  });
});
