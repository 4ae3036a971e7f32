import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { FetchCalendar } from './fetch-calendar.js';

/** May ask this machine by http at one address, as the program may ask public ones by https. */
class FetchHere extends FetchCalendar {
  override reachable = { protocol: 'http:' as const, allows: (address: string) => address === '127.0.0.1' };
}

describe('fetching a calendar', () => {
  let server: Server;
  let answer: RequestListener;
  let at: string;
  beforeAll(async () => {
    server = createServer((request, response) => answer(request, response));
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    at = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => new Promise((done) => server.close(done)));

  it('has its text and its tag', async () => {
    answer = (_, response) => response.setHeader('etag', '"1"').end('BEGIN:VCALENDAR');
    expect(await new FetchHere().run(at)).toEqual({ text: 'BEGIN:VCALENDAR', etag: '"1"' });
  });

  it('has no text when it is unchanged since the tag', async () => {
    answer = ({ headers }, response) =>
      response.writeHead(headers['if-none-match'] === '"1"' ? 304 : 200).end();
    expect(await new FetchHere().run(at, '"1"')).toEqual({ text: undefined, etag: '"1"' });
  });

  it('follows a redirect', async () => {
    answer = ({ url }, response) =>
      url === '/moved' ? response.end('moved') : response.writeHead(302, { location: '/moved' }).end();
    expect(await new FetchHere().run(at)).toMatchObject({ text: 'moved' });
  });

  it.each([
    ['to a private host', 'http://10.0.0.1/', 'not on the public internet'],
    ['to this machine by another name', 'http://[::1]/', 'not on the public internet'],
    ['to another protocol', 'ftp://127.0.0.1/', 'not https'],
    ['without end', '/again', 'too often'],
  ])('does not follow a redirect %s', async (_where, location, why) => {
    answer = (_, response) => response.writeHead(302, { location }).end();
    await expect(new FetchHere().run(at)).rejects.toThrow(why);
  });

  it('refuses more than 1 MB', async () => {
    answer = (_, response) => response.end('x'.repeat(1_000_001));
    await expect(new FetchHere().run(at)).rejects.toThrow('larger than 1 MB');
  });

  it('refuses any other status', async () => {
    answer = (_, response) => response.writeHead(404).end();
    await expect(new FetchHere().run(at)).rejects.toThrow('the server answered 404');
  });

  it.each([
    ['http', 'http://example.com/', 'not https'],
    ['this machine', 'https://127.0.0.1/', 'not on the public internet'],
    ['this machine in other digits', 'https://2130706433/', 'not on the public internet'],
    ['a name of this machine', 'https://localhost/', 'not on the public internet'],
    ['the metadata of a cloud', 'https://169.254.169.254/', 'not on the public internet'],
    ['an IPv4 address inside IPv6', 'https://[::ffff:10.0.0.1]/', 'not on the public internet'],
  ])('never asks %s', async (_what, address, why) => {
    await expect(new FetchCalendar().run(address)).rejects.toThrow(why);
  });
});
