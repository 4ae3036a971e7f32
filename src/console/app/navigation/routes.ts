import { relations, type Relation } from '../../../kernel/relations.js';

/** The current page of the console, read from the address bar. */
export type Route =
  | { readonly page: 'broadcasts' }
  | { readonly page: 'compose'; readonly id?: string }
  | { readonly page: 'anew'; readonly id: string }
  | { readonly page: 'incident'; readonly id: string }
  | { readonly page: 'broadcast'; readonly id: string }
  | { readonly page: 'follow'; readonly id: string; readonly relation: Relation }
  | { readonly page: 'areas' }
  | { readonly page: 'directory' }
  | { readonly page: 'topics' }
  | { readonly page: 'new-topic' }
  | { readonly page: 'topic'; readonly id: string }
  | { readonly page: 'templates' }
  | { readonly page: 'new-template' }
  | { readonly page: 'template'; readonly id: string }
  | { readonly page: 'me' }
  | { readonly page: 'rota' }
  | { readonly page: 'settings' }
  | { readonly page: 'accounts' }
  | { readonly page: 'embed' }
  | { readonly page: 'look' }
  | { readonly page: 'social' }
  | { readonly page: 'webhooks' }
  | { readonly page: 'webhook'; readonly id: string }
  | { readonly page: 'unknown' };

const base = '/console';

export const paths = {
  broadcasts: `${base}/`,
  compose: `${base}/new`,
  areas: `${base}/areas`,
  directory: `${base}/directory`,
  topics: `${base}/topics`,
  newTopic: `${base}/topics/new`,
  topic: (id: string): string => `${base}/topics/${encodeURIComponent(id)}`,
  templates: `${base}/templates`,
  newTemplate: `${base}/templates/new`,
  template: (id: string): string => `${base}/templates/${encodeURIComponent(id)}`,
  me: `${base}/me`,
  rota: `${base}/rota`,
  settings: `${base}/settings`,
  accounts: `${base}/accounts`,
  embed: `${base}/embed`,
  look: `${base}/look`,
  social: `${base}/social`,
  webhooks: `${base}/webhooks`,
  webhook: (id: string): string => `${base}/webhooks/${encodeURIComponent(id)}`,
  broadcast: (id: string): string => `${base}/broadcasts/${encodeURIComponent(id)}`,
  edit: (id: string): string => `${base}/broadcasts/${encodeURIComponent(id)}/edit`,
  /** A new broadcast that begins as this one. */
  anew: (id: string): string => `${base}/broadcasts/${encodeURIComponent(id)}/anew`,
  /** @param id any broadcast of the incident */
  incident: (id: string): string => `${base}/incidents/${encodeURIComponent(id)}`,
  follow: (id: string, relation: Relation): string =>
    `${base}/broadcasts/${encodeURIComponent(id)}/follow/${relation}`,
};

export function routeOf(pathname: string): Route {
  const [first, second, third, fourth, ...rest] = pathname.slice(base.length).split('/').filter(Boolean);
  if (!pathname.startsWith(base) || rest.length > 0) return { page: 'unknown' };
  if (first === undefined) return { page: 'broadcasts' };
  if (first === 'new' && second === undefined) return { page: 'compose' };
  if (first === 'areas' && second === undefined) return { page: 'areas' };
  if (first === 'directory' && second === undefined) return { page: 'directory' };
  if (first === 'webhooks' && third === undefined) return webhookRoute(second);
  if (first === 'social' && second === undefined) return { page: 'social' };
  if (first === 'rota' && second === undefined) return { page: 'rota' };
  if (first === 'settings' && second === undefined) return { page: 'settings' };
  if (first === 'accounts' && second === undefined) return { page: 'accounts' };
  if (first === 'look' && second === undefined) return { page: 'look' };
  if (first === 'embed' && second === undefined) return { page: 'embed' };
  if (first === 'templates' && third === undefined) return templateRoute(second);
  if (first === 'me' && second === undefined) return { page: 'me' };
  if (first === 'topics' && third === undefined) return topicRoute(second);
  if (first === 'broadcasts' && second !== undefined) {
    const id = decoded(second);
    if (id === undefined) return { page: 'unknown' };
    if (third === undefined) return { page: 'broadcast', id };
    const relation = relations.find((known) => known === fourth);
    if (third === 'follow' && relation) return { page: 'follow', id, relation };
    if (fourth !== undefined) return { page: 'unknown' };
    if (third === 'edit') return { page: 'compose', id };
    if (third === 'anew') return { page: 'anew', id };
  }
  if (first === 'incidents' && second !== undefined && third === undefined) {
    const id = decoded(second);
    return id === undefined ? { page: 'unknown' } : { page: 'incident', id };
  }
  return { page: 'unknown' };
}

function topicRoute(part: string | undefined): Route {
  if (part === undefined) return { page: 'topics' };
  if (part === 'new') return { page: 'new-topic' };
  const id = decoded(part);
  return id === undefined ? { page: 'unknown' } : { page: 'topic', id };
}

function webhookRoute(part: string | undefined): Route {
  if (part === undefined) return { page: 'webhooks' };
  const id = decoded(part);
  return id === undefined ? { page: 'unknown' } : { page: 'webhook', id };
}

function templateRoute(part: string | undefined): Route {
  if (part === undefined) return { page: 'templates' };
  if (part === 'new') return { page: 'new-template' };
  const id = decoded(part);
  return id === undefined ? { page: 'unknown' } : { page: 'template', id };
}

/** A decoded part of a path; undefined when it is malformed, because somebody typed it or a program cut it off. */
function decoded(part: string): string | undefined {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
}
