import type { NetworkFault } from '../../src/simulator/social/network-faults.js';
import { PublishPosts } from '../../src/publishing/social/publish-posts.js';
import { SocialPosts } from '../../src/publishing/social/social-posts.repository.js';
import type { Pipeline } from './pipeline.js';
import type { Hired } from './staff.js';

/** A post on a network of the simulator. */
export interface SeenPost {
  readonly id: string;
  readonly network: 'mastodon' | 'facebook';
  readonly text: string;
  readonly replyTo?: string;
  readonly language?: string;
  /** Texts that it had before. */
  readonly earlier: readonly string[];
}

/** A post as the page of its broadcast shows it. */
export interface ShownPost {
  readonly id?: string;
  readonly state: string;
  readonly text: string;
  readonly isReply: boolean;
  readonly withdrawal: boolean;
  readonly isCut: boolean;
  readonly characters: number;
  readonly mayBePosted: boolean;
  readonly tries: number;
  readonly nextTryAt?: string;
  readonly status?: number;
  readonly reason?: string;
  readonly url?: string;
  readonly account: { readonly id: string; readonly network: string; readonly name: string };
}

let made = 0;

/** The simulator's Mastodon and Facebook, and accounts on them. */
export class FakeNetworks {
  constructor(
    private readonly pipeline: Pipeline,
    private readonly admin: Hired,
  ) {}

  /** Adds a new account. @returns its id */
  async account(network: SeenPost['network'], more: object = {}): Promise<string> {
    made += 1;
    const added = await this.pipeline.post(this.admin, '/social-accounts', {
      network,
      ...(network === 'mastodon' ? { address: this.pipeline.simulator.url } : {}),
      token: `demo-${network}-konto${made}`,
      language: 'sv',
      active: true,
      ...more,
    });
    if (added.statusCode !== 201) throw new Error(added.body);
    return added.json<{ id: string }>().id;
  }

  /** Everything that was posted, oldest first. */
  async posts(): Promise<SeenPost[]> {
    const answer = await fetch(`${this.pipeline.simulator.url}/social`);
    return ((await answer.json()) as { posts: SeenPost[] }).posts.toReversed();
  }

  async faults(...faults: readonly NetworkFault[]): Promise<void> {
    const answer = await fetch(`${this.pipeline.simulator.url}/social/faults`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ faults }),
    });
    if (!answer.ok) throw new Error(await answer.text());
  }

  async delete({ id }: SeenPost): Promise<void> {
    await fetch(`${this.pipeline.simulator.url}/social/posts/${id}`, { method: 'DELETE' });
  }

  /** What a worker does every second. */
  async sweep(app = this.pipeline.app): Promise<void> {
    const posts = app.get(SocialPosts);
    await posts.queue();
    await posts.dropStale();
    for (const id of await posts.due()) await app.get(PublishPosts).run(id);
  }

  async shown(broadcast: string): Promise<ShownPost[]> {
    return (await this.pipeline.get(`/broadcasts/${broadcast}/posts`)).json();
  }
}
