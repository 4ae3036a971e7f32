import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Audience } from '../../audiences/audience.js';
import { PublishedByDefault } from '../../audiences/published-area/published-by-default.js';
import { wordOf } from '../../kernel/called-off.js';
import type { Relation } from '../../kernel/relations.js';
import { newPageCode } from '../../messages/page-link.js';
import type { Broadcast } from '../broadcast.js';
import { settlePublicity, type Publicity } from './publicity.js';

interface About {
  readonly exercise: boolean;
  /** The broadcast that this one follows: what follows it is published as it was. */
  readonly earlier?: Broadcast | undefined;
  readonly relation?: Relation | undefined;
}

/** Whether a broadcast is published, and under which short address. */
@Injectable()
export class PublicityOf {
  constructor(private readonly published: PublishedByDefault) {}

  /**
   * @throws broadcast.exercise-not-public, broadcast.topic-not-public, broadcast.first-not-public,
   *   broadcast.end-is-public, broadcast.not-public
   */
  async run(
    said: Publicity & Pick<Broadcast, 'goesOn'>,
    audience: Audience,
    { exercise, earlier, relation }: About,
  ): Promise<Publicity> {
    if (earlier) {
      const firstIsPublic = earlier.isPublic ?? false;
      const saysHowItIs = wordOf({ relation, goesOn: said.goesOn }) !== undefined;
      return settlePublicity(
        { ...(earlier.webOnly === undefined ? {} : { webOnly: earlier.webOnly }), ...definedOf(said) },
        { exercise, firstIsPublic, saysHowItIs, byDefault: firstIsPublic },
      );
    }
    const byDefault = await this.published.of(audience);
    const topicIsPublic = 'topic' in audience ? byDefault : undefined;
    return settlePublicity(said, { exercise, topicIsPublic, byDefault });
  }

  /** Everything of an incident has one page. */
  pageCode(earlier: Pick<Broadcast, 'pageCode'> | undefined): string {
    return earlier?.pageCode ?? newPageCode(randomInt);
  }
}

const definedOf = <T extends object>(fields: T): T =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;
