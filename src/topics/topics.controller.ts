import { Body, Controller, Get, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { nameInput } from '../platform/http/name-input.js';
import { Gives, parsed, Takes } from '../platform/http/parsed.js';
import type { Member } from '../staff/member.js';
import { CurrentMember, ForStaff, May } from '../staff/staff.guard.js';
import { AddTopic } from './add-topic.js';
import { ChangeTopic } from './change-topic.js';
import { mayOn } from '../staff/rights.js';
import { SubscriberHistory } from './subscriber-history.repository.js';
import { NoSuchTopic, slugPattern, topicStates, type Topic } from './topic.js';
import { SubscriberMonthsAnswer, TopicAnswer, TopicHoursSchema } from './topic-answers.js';
import { TopicsRepository } from './topics.repository.js';

const words = (max: number) => {
  const text = nameInput(max);
  return z.strictObject({ sv: text, en: text });
};

const state = z.enum(topicStates);
const position = z.int().min(0).max(10_000).describe('Order within the department');

// Every field is required: a default could take a topic out of service unasked.
const TopicBody = z.strictObject({
  name: words(80),
  description: words(500),
  state,
  owner: nameInput(120).describe('The service owner, by name or function'),
  position,
  hours: TopicHoursSchema.nullish().meta({
    description: 'Null for at any time; left out, they stay as they are',
  }),
  isPublic: z.boolean().optional().meta({
    description:
      'Whether the feeds publish what it sends; left out, it stays as it is, and yes for a new one',
  }),
});
const TopicChangeBody = TopicBody.extend({
  version: z.int().optional().describe('That you read: refused if somebody has changed the topic since'),
});
const NewTopicBody = TopicBody.extend({
  slug: z.string().max(60).regex(slugPattern, 'lower-case a–z, digits and single hyphens'),
  state: state.default('draft'),
  position: position.default(0),
});

/** The topic catalogue, as staff see and write it. */
@ApiTags('topics')
@ForStaff()
@Controller('api/v1/topics')
export class TopicsController {
  constructor(
    private readonly topics: TopicsRepository,
    private readonly history: SubscriberHistory,
    private readonly addTopic: AddTopic,
    private readonly changeTopic: ChangeTopic,
  ) {}

  @Get()
  @May('topic.read')
  @Gives(z.array(TopicAnswer))
  async list(@CurrentMember() member: Member): Promise<z.infer<typeof TopicAnswer>[]> {
    const subscribers = await this.topics.subscribers();
    return (await this.topics.list()).map((topic) => present(topic, subscribers, member));
  }

  @Get(':id/subscribers')
  @May('topic.read')
  @Gives(SubscriberMonthsAnswer)
  async subscribers(@Param('id', parsed(z.uuid())) id: string) {
    if (!(await this.topics.find(id))) throw NoSuchTopic();
    return this.history.of(id);
  }

  @Post()
  @May('topic.write')
  @Takes(NewTopicBody)
  @Gives(TopicAnswer, 201)
  async add(
    @Body(parsed(NewTopicBody)) body: z.infer<typeof NewTopicBody>,
    @CurrentMember() member: Member,
  ): Promise<z.infer<typeof TopicAnswer>> {
    return present(await this.addTopic.run(given(body), member), new Map(), member);
  }

  @Put(':id')
  @May('topic.write')
  @Takes(TopicChangeBody)
  @Gives(TopicAnswer)
  async change(
    @Param('id', parsed(z.uuid())) id: string,
    @Body(parsed(TopicChangeBody)) body: z.infer<typeof TopicChangeBody>,
    @CurrentMember() member: Member,
  ): Promise<z.infer<typeof TopicAnswer>> {
    return present(
      await this.changeTopic.run(id, given(body), member),
      await this.topics.subscribers(),
      member,
    );
  }
}

/** Null removes the hours. A field left out is left out of the change too. */
const given = <Body extends Pick<z.output<typeof TopicBody>, 'hours' | 'isPublic'>>({
  hours,
  isPublic,
  ...body
}: Body) => ({
  ...body,
  ...(hours === undefined ? {} : { hours: hours ?? undefined }),
  ...(isPublic === undefined ? {} : { isPublic }),
});

const present = (
  topic: Topic,
  subscribers: ReadonlyMap<string, number>,
  member: Member,
): z.infer<typeof TopicAnswer> => ({
  id: topic.id,
  slug: topic.slug,
  name: topic.name,
  description: topic.description,
  state: topic.state,
  department: topic.department,
  owner: topic.owner,
  position: topic.position,
  hours: topic.hours && [...topic.hours],
  isPublic: topic.isPublic,
  subscribers: subscribers.get(topic.id) ?? 0,
  version: topic.version,
  mayChange: mayOn(member, 'topic.write', topic),
});
