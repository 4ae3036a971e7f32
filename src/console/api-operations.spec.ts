import type { OpenAPIObject } from '@nestjs/swagger';
import { operationsByTag } from './api-operations.js';

describe('operationsByTag', () => {
  it('flattens bodies and answers into fields, with alternatives and lists', () => {
    const document = {
      paths: {
        '/things/{id}': {
          post: {
            tags: ['things'],
            security: [{ bearer: [] }],
            parameters: [
              { name: 'id', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } },
            ],
            requestBody: {
              content: {
                'application/json': {
                  schema: {
                    type: 'object',
                    required: ['audience'],
                    properties: {
                      audience: {
                        description: 'Who',
                        anyOf: [
                          {
                            type: 'object',
                            properties: { places: { type: 'array', items: { type: 'string' } } },
                          },
                          { type: 'object', properties: { topic: { type: 'string' } } },
                        ],
                      },
                      texts: {
                        type: 'array',
                        items: { type: 'object', required: ['sms'], properties: { sms: { type: 'string' } } },
                      },
                      lane: { enum: ['crisis', 'urgent'] },
                    },
                  },
                },
              },
            },
            responses: { 201: { description: 'Done' } },
          },
        },
      },
    } as unknown as OpenAPIObject;
    const [operation] = operationsByTag(document).get('things') ?? [];
    expect(operation).toMatchObject({ method: 'POST', needsKey: true, id: 'post-things-id' });
    expect(operation?.parameters).toMatchObject([{ path: 'id', in: 'path', type: 'string (uuid)' }]);
    expect(operation?.body.map(({ path, type, required }) => [path, type, required])).toEqual([
      ['audience', 'object', true],
      ['audience.places', 'string[]', false],
      ['audience.topic', 'string', false],
      ['texts', 'object[]', false],
      ['texts[].sms', 'string', true],
      ['lane', '"crisis" | "urgent"', false],
    ]);
    expect(operation?.answers).toEqual([{ status: '201', description: 'Done', fields: [] }]);
  });
});
