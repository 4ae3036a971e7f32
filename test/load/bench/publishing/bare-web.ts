import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { request } from 'undici';
import { tell } from '../child.js';

/** What another server sends for each answer anew. */
const ofOneAnswer = ['connection', 'content-length', 'date', 'keep-alive', 'x-request-id'];

/**
 * Gives the answers of another web server from memory, with Node's HTTP server and nothing else: the least that a request
 * can cost in Node.
 *
 * @param args address of the other server, and paths
 */
export async function run([web = '', ...paths]: readonly string[]): Promise<void> {
  const answers = new Map<string, { headers: Record<string, string>; body: Buffer }>();
  for (const path of paths) {
    const { headers, body } = await request(web + path, { headers: { 'accept-encoding': 'gzip' } });
    const kept = Object.entries(headers).filter(([name]) => !ofOneAnswer.includes(name));
    answers.set(path, {
      headers: Object.fromEntries(kept.map(([name, value]) => [name, String(value)])),
      body: Buffer.from(await body.arrayBuffer()),
    });
  }
  const server = createServer((asked, response) => {
    const { headers, body } = answers.get(asked.url ?? '')!;
    if (asked.headers['if-none-match'] === headers['etag']) response.writeHead(304, headers).end();
    else response.writeHead(200, { ...headers, 'content-length': body.length }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  process.on('disconnect', () => process.exit(0));
  tell({ port: (server.address() as AddressInfo).port });
}
