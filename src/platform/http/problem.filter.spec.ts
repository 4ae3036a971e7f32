import { BadRequestException, NotFoundException, Logger, type ArgumentsHost } from '@nestjs/common';
import { refusal, type RefusalKind } from '../../kernel/refusal.js';
import { ProblemFilter, problemHeaders, problemOf } from './problem.filter.js';

const wording = { sv: 'Nej, {who}.', en: 'No, {who}.' };

describe('a problem document', () => {
  it.each<[RefusalKind, number]>([
    ['invalid', 400],
    ['unauthenticated', 401],
    ['forbidden', 403],
    ['not-found', 404],
    ['conflict', 409],
    ['too-large', 413],
    ['too-many', 429],
    ['unavailable', 503],
  ])('of a refusal of kind %s has status %d, its code and its details', (kind, status) => {
    expect(problemOf(refusal('a.code', kind, wording)({ who: 'you' }), 'en')).toEqual({
      type: 'urn:budkavle:a.code',
      code: 'a.code',
      title: 'No, you.',
      status,
      who: 'you',
    });
  });

  it.each([
    [undefined, 'Nej, du.'],
    ['en-GB,sv;q=0.5', 'No, du.'],
    ['sv,en', 'Nej, du.'],
    ['de', 'Nej, du.'],
  ])('is in the reader’s language: %p', (accept, title) => {
    expect(problemOf(refusal('a.code', 'invalid', wording)({ who: 'du' }), accept).title).toBe(title);
  });

  it.each<[RefusalKind, object, string | undefined]>([
    ['too-many', { minutes: 3 }, '180'],
    ['too-many', {}, undefined],
    ['unavailable', { minutes: 2 }, '120'],
    ['unavailable', {}, '5'],
    ['conflict', {}, undefined],
  ])('of a refusal of kind %s with details %j has the Retry-After header: %s', (kind, details, seconds) => {
    const problem = problemOf(refusal('a.code', kind, wording)({ ...details }));
    expect(problemHeaders(problem)['retry-after']).toBe(seconds);
  });

  it('has status 507 and code disk-full if the disk is full', () => {
    const error = Object.assign(new Error('could not extend file'), { code: '53100' });
    expect(problemOf(error, 'en')).toMatchObject({ status: 507, code: 'disk-full' });
  });

  it('does not let details overwrite its own fields', () => {
    const error = refusal('a.code', 'invalid', wording)({ status: 200, code: 'x', title: 'x', type: 'x' });
    expect(problemOf(error)).toMatchObject({ status: 400, code: 'a.code', type: 'urn:budkavle:a.code' });
  });

  it.each([
    ['Nest’s bad request', new BadRequestException('at byte 7 of /etc'), 400, 'request.malformed'],
    ['an unknown route', new NotFoundException(), 404, 'request.no-such-page'],
    [
      'a body too large for Fastify',
      Object.assign(new Error(), { statusCode: 413 }),
      413,
      'request.too-large',
    ],
    ['an unknown media type', Object.assign(new Error(), { statusCode: 415 }), 415, 'request.media-type'],
    ['an error with a success status', Object.assign(new Error(), { statusCode: 200 }), 500, 'unexpected'],
    ['anything unexpected', new Error('password=hunter2'), 500, 'unexpected'],
    ['a thrown string', 'password=hunter2', 500, 'unexpected'],
    ['a thrown undefined', undefined, 500, 'unexpected'],
  ])('of %s reveals no internal details', (_what, error, status, code) => {
    const problem = problemOf(error, 'en');
    expect(problem).toEqual({ type: `urn:budkavle:${code}`, code, title: expect.any(String), status });
    expect(JSON.stringify(problem)).not.toMatch(/hunter2|etc/);
  });
});

describe('the filter', () => {
  const answer = (error: unknown, headersSent = false) => {
    const sent: { status?: number; type?: string; body?: unknown; ended: boolean } = { ended: false };
    const reply = {
      raw: { headersSent, end: () => (sent.ended = true) },
      status: (status: number) => Object.assign(reply, void (sent.status = status)),
      headers: () => reply,
      header: () => reply,
      type: (type: string) => Object.assign(reply, void (sent.type = type)),
      send: (body: unknown) => (sent.body = body),
    };
    const request = { headers: { 'accept-language': 'en' }, method: 'GET', routeOptions: { url: '/x/:id' } };
    const host = { switchToHttp: () => ({ getRequest: () => request, getResponse: () => reply }) };
    new ProblemFilter().catch(error, host as unknown as ArgumentsHost);
    return sent;
  };

  it('answers in the media type of RFC 9457', () => {
    expect(answer(refusal('a.code', 'conflict', wording)())).toMatchObject({
      status: 409,
      type: 'application/problem+json',
      body: { code: 'a.code' },
    });
  });

  it('logs an unexpected error with its route, and does not log a refusal', () => {
    const log = jest.spyOn(Logger.prototype, 'error').mockImplementation();
    answer(refusal('a.code', 'conflict', wording)());
    expect(log).not.toHaveBeenCalled();
    const error = new Error('inside');
    expect(answer(error).status).toBe(500);
    expect(log).toHaveBeenCalledWith(
      expect.objectContaining({ event: 'request.failed', err: error, method: 'GET', path: '/x/:id' }),
    );
    log.mockRestore();
  });

  it('ends an answer whose headers were already sent', () => {
    const log = jest.spyOn(Logger.prototype, 'error').mockImplementation();
    expect(answer(new Error('midway'), true)).toEqual({ ended: true });
    log.mockRestore();
  });
});
