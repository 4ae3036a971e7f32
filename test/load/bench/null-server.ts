import { createServer, type AddressInfo, type Socket } from 'node:net';
import { answerParent, tell } from './child.js';
import { monotonicMs } from './monotonic.js';

/** Arrival times of requests, in milliseconds of {@link monotonicMs}, by the text that they carry. */
export type Arrivals = Readonly<Record<string, Float64Array>>;

class Times {
  private times = new Float64Array(1024);
  private count = 0;

  add(time: number): void {
    if (this.count === this.times.length) {
      const more = new Float64Array(this.count * 2);
      more.set(this.times);
      this.times = more;
    }
    this.times[this.count++] = time;
  }

  all(): Float64Array {
    return this.times.slice(0, this.count);
  }
}

const account = `AC${'0'.repeat(32)}`;
const date = 'Tue, 24 Nov 2026 12:00:00 +0000';
const before =
  `{"body":"Prov","num_segments":"1","direction":"outbound-api","from":"+46701740699","to":"+46701740605",` +
  `"date_updated":"${date}","price":null,"error_message":null,"uri":"/2010-04-01/Accounts/${account}/Messages/x.json",` +
  `"account_sid":"${account}","num_media":"0","status":"queued","messaging_service_sid":null,"sid":"SM`;
const after = `","date_sent":null,"date_created":"${date}","error_code":null,"price_unit":null,"api_version":"2010-04-01","subresource_uris":{}}`;
const head =
  'HTTP/1.1 201 Created\r\ncontent-type: application/json;charset=utf-8\r\nconnection: keep-alive\r\n' +
  `content-length: ${before.length + 32 + after.length}\r\n\r\n`;

const nothing = '{"messages":[],"calls":[],"page":0,"page_size":1000,"next_page_uri":null}';
/** An empty list of sent messages: the ledger lacks none. Without this answer, workers hold all sending (ADR 30). */
const emptyList =
  'HTTP/1.1 200 OK\r\ncontent-type: application/json;charset=utf-8\r\nconnection: keep-alive\r\n' +
  `content-length: ${nothing.length}\r\n\r\n${nothing}`;

/**
 * Accepts every request with a message in Twilio's format, and records when it arrived. It parses as little HTTP as
 * possible, so that the sender is measured and not the server.
 */
export async function run(): Promise<void> {
  let arrivals = new Map<string, Times>();
  let taken = 0;

  const take = (body: string): string => {
    const from = body.indexOf('Body=') + 5;
    const to = body.indexOf('&', from);
    const text = body.slice(from, to < 0 ? undefined : to);
    let times = arrivals.get(text);
    if (!times) arrivals.set(text, (times = new Times()));
    times.add(monotonicMs());
    return head + before + (taken++).toString(16).padStart(32, '0') + after;
  };

  const serve = (socket: Socket): void => {
    socket.setNoDelay(true);
    let rest = '';
    socket.on('error', () => socket.destroy());
    socket.on('data', (chunk) => {
      rest += chunk.toString('latin1');
      let answers = '';
      for (;;) {
        const end = rest.indexOf('\r\n\r\n');
        if (end < 0) break;
        const length = Number(/content-length: *(\d+)/i.exec(rest.slice(0, end))?.[1] ?? 0);
        if (rest.length < end + 4 + length) break;
        answers += rest.startsWith('GET ') ? emptyList : take(rest.slice(end + 4, end + 4 + length));
        rest = rest.slice(end + 4 + length);
      }
      if (answers) socket.write(answers, 'latin1');
    });
  };

  const server = createServer(serve);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  answerParent(({ forget }: { forget?: boolean }) => {
    const told = Object.fromEntries([...arrivals].map(([text, times]) => [decode(text), times.all()]));
    if (forget) arrivals = new Map();
    return told satisfies Arrivals;
  });
  tell({ port: (server.address() as AddressInfo).port });
}

const decode = (text: string): string => decodeURIComponent(text.replaceAll('+', ' '));
