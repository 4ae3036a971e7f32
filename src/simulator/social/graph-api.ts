import formbody from '@fastify/formbody';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { field, type Form } from '../form.js';
import { NetworkFaults, type Purpose } from './network-faults.js';
import type { Account, Post, Walls } from './walls.js';

const messages: Readonly<Record<number, string>> = {
  100: 'Invalid parameter',
  190: 'Error validating access token: The session has been invalidated',
  368: 'The action attempted has been deemed abusive or is otherwise disallowed',
  506: 'Duplicate status message',
  613: 'Calls to this api have exceeded the rate limit',
};

const errorOf = (code: number | undefined, subcode?: number): object =>
  code === undefined
    ? {}
    : {
        error: {
          message: `(#${code}) ${messages[code] ?? 'An error occurred'}`,
          type: code === 190 ? 'OAuthException' : 'GraphMethodException',
          code,
          ...(subcode === undefined ? {} : { error_subcode: subcode }),
          fbtrace_id: 'A00000000',
        },
      };

/** The part of Facebook's Graph API that posts on a page: `developers.facebook.com/docs/pages-api`. */
export async function graphApi(app: FastifyInstance, walls: Walls, faults: NetworkFaults): Promise<void> {
  await app.register(formbody);
  const refuse = (reply: FastifyReply, code: number, subcode?: number): object => {
    void reply.code(400);
    return errorOf(code, subcode);
  };
  const own = (request: FastifyRequest, reply: FastifyReply, on: Purpose, work: (me: Account) => object) => {
    const me = walls.accountOf(request.headers.authorization, 'facebook');
    if (!me) return refuse(reply, 190);
    return faults.answer(
      reply,
      { network: 'facebook', on },
      () => work(me),
      (_status, code) => errorOf(code),
    );
  };
  const postOf = (post: Post, request: FastifyRequest) => ({
    id: `${post.account.id}_${post.id}`,
    message: post.text,
    permalink_url: `${request.protocol}://${request.host}/social#${post.id}`,
  });

  app.get('/:version/me', (request, reply) =>
    own(request, reply, 'verify', ({ id, name }) => ({
      id,
      name: name.replaceAll('_', ' '),
      link: `${request.protocol}://${request.host}/social`,
    })),
  );

  app.get<{ Params: { page: string } }>('/:version/:page/feed', (request, reply) =>
    own(request, reply, 'read', (me) =>
      request.params.page === me.id
        ? {
            data: walls
              .latest(me)
              .filter(({ replyTo }) => replyTo === undefined)
              .map((post) => postOf(post, request)),
          }
        : refuse(reply, 100, 33),
    ),
  );

  app.get<{ Params: { post: string } }>('/:version/:post/comments', (request, reply) =>
    own(request, reply, 'read', (me) => {
      const post = walls.get(request.params.post, me);
      if (!post) return refuse(reply, 100, 33);
      return {
        data: walls
          .repliesTo(post)
          .toReversed()
          .map((each) => postOf(each, request)),
      };
    }),
  );

  const add = (request: FastifyRequest<{ Body: Form | undefined }>, account: Account, replyTo?: string) => {
    const text = field(request.body ?? {}, 'message') ?? '';
    return postOf(walls.add({ account, text, replyTo, language: undefined }), request);
  };
  app.post<{ Params: { page: string }; Body: Form | undefined }>('/:version/:page/feed', (request, reply) =>
    own(request, reply, 'post', (me) =>
      request.params.page === me.id ? add(request, me) : refuse(reply, 100, 33),
    ),
  );

  app.post<{ Params: { post: string }; Body: Form | undefined }>(
    '/:version/:post/comments',
    (request, reply) =>
      own(request, reply, 'post', (me) => {
        const post = walls.get(request.params.post, me);
        return post ? add(request, me, post.id) : refuse(reply, 100, 33);
      }),
  );

  app.post<{ Params: { post: string }; Body: Form | undefined }>('/:version/:post', (request, reply) =>
    own(request, reply, 'edit', (me) => {
      const post = walls.get(request.params.post, me);
      if (!post) return refuse(reply, 100, 33);
      walls.edit(post, field(request.body ?? {}, 'message') ?? '');
      return { success: true };
    }),
  );
}
