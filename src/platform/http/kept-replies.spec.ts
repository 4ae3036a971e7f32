import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { KeptReplies } from './kept-replies.js';

const content = { type: 'text/plain', body: 'Koka vattnet.', tag: 'W/"a"', maxAge: 1 };

describe('kept answers', () => {
  let kept: KeptReplies;
  beforeEach(() => {
    jest.useFakeTimers();
    kept = new KeptReplies();
  });
  afterEach(() => jest.useRealTimers());

  const keep = (url = '/aktuellt', age: () => number | undefined = () => 0) =>
    kept.keep({ url } as FastifyRequest, { getHeaders: () => ({}) } as FastifyReply, content, age);
  const isAnswered = (url = '/aktuellt', method = 'GET', headers = {}) => {
    const response = { writeHead: () => response, end: () => response };
    return kept.answer({ url, method, headers } as IncomingMessage, response as unknown as ServerResponse);
  };

  it('are given until half a second has passed, then one request goes the usual way to renew them', () => {
    keep();
    jest.advanceTimersByTime(500);
    expect(isAnswered()).toBe(true);
    jest.advanceTimersByTime(1);
    expect([isAnswered(), isAnswered(), isAnswered()]).toEqual([false, true, true]);
  });

  it('are not given after two seconds if they were not renewed', () => {
    keep();
    jest.advanceTimersByTime(2001);
    expect([isAnswered(), isAnswered()]).toEqual([false, false]);
    keep();
    expect(isAnswered()).toBe(true);
  });

  it('are not given once they may be out of date', () => {
    let age: number | undefined = 0;
    keep('/aktuellt', () => age);
    expect(isAnswered()).toBe(true);
    age = undefined;
    expect(isAnswered()).toBe(false);
  });

  it('are for GET and HEAD of their address alone, without a query', () => {
    keep();
    keep('/aktuellt?x=1');
    const asked = [['/aktuellt'], ['/aktuellt', 'HEAD'], ['/aktuellt', 'POST'], ['/aktuellt?x=1'], ['/']];
    expect(asked.map(([url, method]) => isAnswered(url, method))).toEqual([true, true, false, false, false]);
  });

  it('are of 500 addresses at most, and those that nobody asks for make room', () => {
    for (let nth = 0; nth <= 500; nth++) keep(`/${nth}`);
    expect([isAnswered('/499'), isAnswered('/500')]).toEqual([true, false]);
    jest.advanceTimersByTime(2001);
    keep('/500');
    expect(isAnswered('/500')).toBe(true);
  });
});
