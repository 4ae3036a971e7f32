import { fastify } from 'fastify';
import type { Edition } from '../bulletin/bulletin.js';
import { sendPage } from './send-edition.js';

/** The answer of a process whose program writes the same edition as `text`. */
async function answerOf(text: string, known?: string) {
  const edition: Edition = {
    incidents: [],
    topics: [],
    gone: [],
    id: 'same',
    updatedAt: undefined,
    written: new Map(),
  };
  const server = fastify();
  server.get('/', (request, reply) => {
    sendPage(
      request,
      reply,
      { edition, age: 0, ageNow: () => 0 },
      { name: 'news sv /style/a.css 2026-11-30', type: 'text/plain', write: () => text },
    );
    return reply;
  });
  return server.inject({ url: '/', headers: known === undefined ? {} : { 'if-none-match': known } });
}

describe('the tag of what is published', () => {
  it('has only the characters of an entity tag, whatever the page is called', async () => {
    const { headers } = await answerOf('a');
    expect(headers['etag']).toMatch(/^"[\x21\x23-\x7e]+"$/u);
  });

  it('is another as soon as the same messages are written in another way', async () => {
    const tag = (await answerOf('https://old.example/aktuellt')).headers['etag'] as string;
    expect((await answerOf('https://old.example/aktuellt', tag)).statusCode).toBe(304);
    expect((await answerOf('https://new.example/aktuellt', tag)).statusCode).toBe(200);
  });
});
