import http from 'node:http';
import type { AddressInfo } from 'node:net';
import twilio from 'twilio';
import type { SimulatorOptions } from './options.js';
import { startSimulator } from './simulator.js';

export const accountSid = `AC${'0'.repeat(32)}`;
export const authToken = 'token-for-tests';
export const resident = '+46701740605';
export const landline = '+46846500400';
export const sender = '+46701740699';

/** A webhook that the simulator sent, and whether Twilio's own library accepts its signature. */
export interface Posted {
  readonly path: string;
  readonly params: Record<string, string>;
  readonly genuine: boolean;
}

/** The fields of an answer that tests read. */
interface Body {
  readonly sid: string;
  readonly status: string | number;
  readonly code?: number;
  readonly messages: readonly Body[];
  readonly next_page_uri: string;
}

interface Inbox {
  readonly e164: string;
  readonly received: readonly { readonly text: string }[];
}

/** A fast simulator, and the sender's side: a receiver of callbacks, and Twilio's own client. */
export async function startHarness(options: Partial<SimulatorOptions> = {}) {
  const posted: Posted[] = [];
  const waiting = new Set<() => void>();
  let respond: (posted: Posted) => { status?: number; body?: string } = () => ({});
  const receiver = http.createServer((request, response) => {
    let text = '';
    request.on('data', (chunk) => (text += String(chunk)));
    request.on('end', () => {
      const params = Object.fromEntries(new URLSearchParams(text));
      const path = request.url!;
      const signature = String(request.headers['x-twilio-signature']);
      const one = {
        path,
        params,
        genuine: twilio.validateRequest(authToken, signature, receiverUrl + path, params),
      };
      posted.push(one);
      const { status = 200, body = '' } = respond(one);
      response
        .writeHead(status, { 'content-type': 'text/xml' })
        .end(body, () => waiting.forEach((look) => look()));
    });
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  const receiverUrl = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}`;

  const quick = [1, 2] as const;
  const simulator = await startSimulator({
    port: 0,
    accountSid,
    authToken,
    inboundUrl: `${receiverUrl}/inbound`,
    speed: { sent: quick, delivered: quick, ringing: quick, answered: quick, listening: quick },
    ...options,
  });
  const account = `${simulator.url}/2010-04-01/Accounts/${accountSid}`;
  const authorization = `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}`;

  class Redirected extends twilio.RequestClient {
    override request<T>(request: Parameters<twilio.RequestClient['request']>[0]) {
      return super.request<T>({
        ...request,
        uri: request.uri.replace('https://api.twilio.com', simulator.url),
      } as never);
    }
  }

  /** Waits until `count` webhooks have arrived. There is no timeout here: the test's own timeout applies. */
  const callbacks = (count: number, path = '/'): Promise<Posted[]> =>
    new Promise((resolve) => {
      const look = () => {
        const found = posted.filter((one) => one.path.startsWith(path));
        if (found.length < count) return;
        waiting.delete(look);
        resolve(found);
      };
      waiting.add(look);
      look();
    });

  return {
    url: simulator.url,
    receiverUrl,
    posted,
    callbacks,
    client: twilio(accountSid, authToken, { httpClient: new Redirected() }),
    respondWith: (answer: typeof respond) => void (respond = answer),
    get: async (path: string) => read(await fetch(account + path, { headers: { authorization } })),
    /** Posts a form to the provider's API. */
    post: async (path: string, form: Record<string, string> | [string, string][]) =>
      read(
        await fetch(account + path, {
          method: 'POST',
          headers: { authorization },
          body: new URLSearchParams(form),
        }),
      ),
    handsets: async (query = '') =>
      (await (await fetch(`${simulator.url}/handsets${query}`)).json()) as Inbox[],
    inbox: async (e164: string) => read(await fetch(`${simulator.url}/handsets/${e164}`)),
    /** Posts JSON to the simulator's own routes. */
    json: async (path: string, value: unknown) =>
      read(
        await fetch(simulator.url + path, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(value),
        }),
      ),
    /** Requests a page as a browser does. With a form, posts it. */
    page: async (path: string, form?: Record<string, string>) => {
      const answer = await fetch(simulator.url + path, {
        headers: { accept: 'text/html,*/*' },
        redirect: 'manual',
        ...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}),
      });
      return { status: answer.status, headers: answer.headers, html: await answer.text() };
    },
    close: async () => {
      await simulator.close();
      receiver.closeAllConnections();
      await new Promise((resolve) => receiver.close(resolve));
    },
  };
}

const read = async (answer: Response) => ({
  status: answer.status,
  headers: answer.headers,
  body: (await answer.json()) as Body & Inbox,
});

export type Play = Awaited<ReturnType<typeof startHarness>>;
