import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { startTestApp } from '../../test/support/app.js';
import { openTestDatabase } from '../../test/support/database.js';
import { securityHeaders } from '../../test/support/security-headers.js';
import { apiSummaries } from './api-summaries.js';
import { findBuiltConsole } from './built-console.js';

jest.mock('./built-console.js', () => ({ findBuiltConsole: jest.fn() }));

describe("the console's files and the API description", () => {
  const root = mkdtempSync(join(tmpdir(), 'budkavle-console-'));
  let app: NestFastifyApplication;
  // Map background images may come only from this origin.
  const headers = securityHeaders(' https://karta.example.se');

  beforeAll(async () => {
    mkdirSync(join(root, 'assets'));
    writeFileSync(join(root, 'index.html'), '<!doctype html><title>Budkavle</title>');
    writeFileSync(join(root, 'assets', 'main-AbC_1-2.js'), 'export {};');
    writeFileSync(join(root, 'assets', 'main-AbC_1-2.js.br'), 'compressed');
    jest.mocked(findBuiltConsole).mockReturnValue(root);
    await (await openTestDatabase()).destroy();
    app = await startTestApp({
      PUBLIC_URL: 'https://sms.example.se',
      MAP_BACKGROUND_URL: 'https://karta.example.se/{z}/{x}/{y}.png',
    });
  });
  afterAll(async () => {
    await app.close();
    rmSync(root, { recursive: true });
  });

  it.each([
    '/console',
    '/console/',
    '/console/new',
    '/console/broadcasts/1/edit',
    // A link that another program cut off. The page says that there is no such page.
    '/console/broadcasts/%E0',
    '/console/%',
    `/console/broadcasts/${'a'.repeat(500)}`,
  ])('serve the page at %s, without caching', async (url) => {
    const answer = await app.inject({ url });
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect(answer.headers['cache-control']).toBe('no-cache');
    expect(answer.headers).toMatchObject(headers);
  });

  it('serve assets cacheable for ever, and compressed when the client accepts it', async () => {
    const url = '/console/assets/main-AbC_1-2.js';
    const answer = await app.inject({ url });
    expect(answer.body).toBe('export {};');
    expect(answer.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(answer.headers).toMatchObject(headers);
    const compressed = await app.inject({ url, headers: { 'accept-encoding': 'br' } });
    expect([compressed.headers['content-encoding'], compressed.body]).toEqual(['br', 'compressed']);
    expect(compressed.headers['content-type']).toContain('javascript');
  });

  it.each(['/console/assets/gone-1.js', '/console/assets/..%2findex.html', '/console/assets/.env'])(
    'answer %s with 404, never with the page or a file outside',
    async (url) => {
      const answer = await app.inject({ url });
      expect([answer.statusCode, answer.headers['content-type']]).toEqual([
        404,
        'application/problem+json; charset=utf-8',
      ]);
    },
  );

  it('say how to build the console when it is not built', async () => {
    jest.mocked(findBuiltConsole).mockReturnValueOnce(undefined);
    const answer = await app.inject({ url: '/console', headers: { 'accept-language': 'en' } });
    expect(answer.json()).toMatchObject({
      status: 503,
      code: 'console.not-built',
      title: expect.stringContaining('npm start'),
    });
  });

  it('describe every operation of the API in OpenAPI, with a sentence in both languages', async () => {
    const document = (await app.inject({ url: '/api/openapi.json' })).json();
    const operations = Object.entries<object>(document.paths).flatMap(([path, item]) =>
      Object.keys(item).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(operations).toContain('POST /api/v1/broadcasts/{id}/approval');
    expect(operations.every((operation) => operation.includes(' /api/v1/'))).toBe(true);
    expect(Object.keys(apiSummaries).sort()).toEqual(operations.sort());
    expect(document.paths['/api/v1/measure'].post).toMatchObject({
      summary: apiSummaries['POST /api/v1/measure']?.en,
      requestBody: { content: { 'application/json': { schema: { required: ['text'] } } } },
      responses: {
        default: {
          content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
        },
      },
    });
    const refused = await app.inject({ url: '/api/v1/session' });
    expect(Object.keys(refused.json()).sort()).toEqual(
      Object.keys(document.components.schemas.Problem.properties).sort(),
    );
  });

  it.each([
    ['sv', {}, 'Gränssnitt för program'],
    ['en', { 'accept-language': 'en' }, 'Interface for programs'],
  ])('include a page for people about the API (%s)', async (language, headers, title) => {
    const answer = await app.inject({ url: '/api', headers });
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(answer.body).toContain(`<html lang="${language}">`);
    expect(answer.body).toContain(title);
    expect(answer.body).toContain(apiSummaries['POST /api/v1/measure']?.[language as 'sv' | 'en']);
    const other = language === 'sv' ? 'en' : 'sv';
    expect((await app.inject({ url: `/api?language=${other}`, headers })).body).toContain(
      `<html lang="${other}">`,
    );
  });
});

describe('finding the built console', () => {
  it("searches from the program's own folder upwards", () => {
    const { findBuiltConsole: find } =
      jest.requireActual<typeof import('./built-console.js')>('./built-console.js');
    expect(find()).toBe(
      existsSync(join('dist', 'console', 'index.html')) ? join(process.cwd(), 'dist', 'console') : undefined,
    );
  });
});
