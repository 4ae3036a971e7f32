import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
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
    const answer = await fetch(web + path);
    const headers = Object.fromEntries([...answer.headers].filter(([name]) => !ofOneAnswer.includes(name)));
    // fetch has unpacked it.
    delete headers['content-encoding'];
    answers.set(path, { headers, body: Buffer.from(await answer.arrayBuffer()) });
  }
  const server = createServer((request, response) => {
    const { headers, body } = answers.get(request.url ?? '')!;
    if (request.headers['if-none-match'] === headers['etag']) response.writeHead(304, headers).end();
    else response.writeHead(200, { ...headers, 'content-length': body.length }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  process.on('disconnect', () => process.exit(0));
  tell({ port: (server.address() as AddressInfo).port });
}
