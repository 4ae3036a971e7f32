import twilio from 'twilio';
import { Agent, request } from 'undici';

const account = `AC${'0'.repeat(32)}`;
const secret = 'simulator-auth-token';
const official = 'https://api.twilio.com';

/** Concurrent requests in every way of sending that is compared with the engine. */
export const atOnce = 100;

export const text = 'Prov: vattnet är avstängt på Storgatan till klockan 15 i dag.';
export const from = 'LuleaKommun';
export const phoneOf = (i: number): string => `+4670${String(i + 1).padStart(7, '0')}`;

type Send = (to: string) => Promise<unknown>;
type RequestOptions = Parameters<twilio.RequestClient['request']>[0];

const agent = () => new Agent({ connections: atOnce, pipelining: 1, keepAliveTimeout: 10_000 });

/** Twilio's SDK with its own HTTP client, pointed at another address. */
export function stockSdk(url: string): Send {
  class Aimed extends twilio.RequestClient {
    override request<T>(options: RequestOptions) {
      return super.request<T>({ ...options, uri: options.uri.replace(official, url) } as never);
    }
  }
  return sdk(new Aimed({ maxSockets: atOnce }));
}

/** Twilio's SDK over a minimal HTTP client, which uses undici. */
export function undiciSdk(url: string): Send {
  const dispatcher = agent();
  return sdk({
    request: async ({ method, uri, username, password, headers, data }: RequestOptions) => {
      const answer = await request(uri.replace(official, url), {
        dispatcher,
        method: method.toUpperCase() as 'POST',
        headers: { ...(headers as Record<string, string>), authorization: basic(username!, password!) },
        body: new URLSearchParams(data as Record<string, string>).toString(),
      });
      return { statusCode: answer.statusCode, body: await answer.body.text(), headers: answer.headers };
    },
  } as unknown as twilio.RequestClient);
}

/** Requests by undici, without the SDK. */
export function undici(url: string): Send {
  const dispatcher = agent();
  const headers = {
    authorization: basic(account, secret),
    'content-type': 'application/x-www-form-urlencoded',
    accept: 'application/json',
  };
  return async (to) => {
    const answer = await request(`${url}/2010-04-01/Accounts/${account}/Messages.json`, {
      dispatcher,
      method: 'POST',
      headers,
      body: new URLSearchParams({ To: to, From: from, Body: text }).toString(),
    });
    if (answer.statusCode !== 201) throw new Error(`status ${answer.statusCode}`);
    return answer.body.json();
  };
}

export const clients = { 'sdk-stock': stockSdk, 'sdk-undici': undiciSdk, undici } as const;

function sdk(httpClient: twilio.RequestClient): Send {
  const client = twilio(account, secret, { httpClient });
  return (to) => client.messages.create({ to, from, body: text });
}

const basic = (user: string, password: string): string =>
  `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
