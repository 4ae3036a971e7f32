import formbody from '@fastify/formbody';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { field, type Form } from '../form.js';
import { NetworkFaults, type Purpose } from './network-faults.js';
import type { Account, Post, Walls } from './walls.js';

const most = 500;
const perLink = 23;
const link = /https?:\/\/\S+/gu;

const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

/** As Mastodon writes a post: the parts of an address that it hides are in the text all the same. */
const htmlOf = (text: string): string =>
  text
    .split('\n\n')
    .map((paragraph) => {
      const lines = escaped(paragraph).replace(link, (url) => {
        const [, scheme = '', shown = '', hidden = ''] = /^(https?:\/\/)(.{1,30})(.*)$/u.exec(url) ?? [];
        return `<a href="${url}" target="_blank" rel="nofollow noopener"><span class="invisible">${scheme}</span><span class="ellipsis">${shown}</span><span class="invisible">${hidden}</span></a>`;
      });
      return `<p>${lines.replaceAll('\n', '<br />')}</p>`;
    })
    .join('');

/** Characters as people count them; each address counts as 23. */
const lengthOf = (text: string): number =>
  [...new Intl.Segmenter('sv').segment(text.replace(link, 'x'.repeat(perLink)))].length;

/** The part of Mastodon's API that posts: `docs.joinmastodon.org`. */
export async function mastodonApi(app: FastifyInstance, walls: Walls, faults: NetworkFaults): Promise<void> {
  await app.register(formbody);
  const error = (status: number): object => ({ error: errors[status] ?? 'Something went wrong' });
  const refuse = (reply: FastifyReply, status: number, text?: string) => {
    void reply.code(status);
    return text === undefined ? error(status) : { error: text };
  };
  const own = (request: FastifyRequest, reply: FastifyReply, on: Purpose, work: (me: Account) => object) => {
    const me = walls.accountOf(request.headers.authorization, 'mastodon');
    if (!me) return refuse(reply, 401);
    return faults.answer(reply, { network: 'mastodon', on }, () => work(me), error);
  };
  const statusOf = (post: Post, request: FastifyRequest) => ({
    id: post.id,
    created_at: new Date(post.at).toISOString(),
    edited_at: post.earlier.length > 0 ? new Date().toISOString() : null,
    in_reply_to_id: post.replyTo ?? null,
    visibility: 'public',
    language: post.language ?? null,
    uri: `${request.protocol}://${request.host}/users/${post.account.name}/statuses/${post.id}`,
    url: `${request.protocol}://${request.host}/social#${post.id}`,
    content: htmlOf(post.text),
  });
  const tooLong = `Validation failed: Text character limit of ${most} exceeded`;

  app.get('/api/v2/instance', () => ({
    configuration: { statuses: { max_characters: most, characters_reserved_per_url: perLink } },
  }));

  app.get('/api/v1/accounts/verify_credentials', (request, reply) =>
    own(request, reply, 'verify', ({ id, name }) => ({
      id,
      acct: name,
      username: name,
      url: `${request.protocol}://${request.host}/social`,
    })),
  );

  app.get<{ Params: { id: string } }>('/api/v1/accounts/:id/statuses', (request, reply) =>
    own(request, reply, 'read', (me) =>
      me.id === request.params.id
        ? walls
            .latest(me)
            .slice(0, 40)
            .map((post) => statusOf(post, request))
        : refuse(reply, 404),
    ),
  );

  app.post<{ Body: Form | undefined }>('/api/v1/statuses', (request, reply) =>
    own(request, reply, 'post', (account) => {
      const form = request.body ?? {};
      const text = field(form, 'status') ?? '';
      const replyTo = field(form, 'in_reply_to_id');
      if (text === '') return refuse(reply, 422, "Validation failed: Text can't be blank");
      if (lengthOf(text) > most) return refuse(reply, 422, tooLong);
      if (replyTo !== undefined && !walls.get(replyTo, account)) return refuse(reply, 404);
      const key = [request.headers['idempotency-key']].flat()[0];
      const post = walls.add({ account, text, replyTo, language: field(form, 'language') }, key);
      return statusOf(post, request);
    }),
  );

  app.put<{ Params: { id: string }; Body: Form | undefined }>('/api/v1/statuses/:id', (request, reply) =>
    own(request, reply, 'edit', (account) => {
      const post = walls.get(request.params.id, account);
      const text = field(request.body ?? {}, 'status') ?? '';
      if (!post) return refuse(reply, 404);
      if (text === '' || lengthOf(text) > most) return refuse(reply, 422, tooLong);
      walls.edit(post, text);
      return statusOf(post, request);
    }),
  );
}

const errors: Readonly<Record<number, string>> = {
  401: 'The access token is invalid',
  403: 'This action is outside the authorized scopes',
  404: 'Record not found',
  422: "Validation failed: Text can't be blank",
  429: 'Too many requests',
};
