import { z } from 'zod';
import { networks } from './network.js';

const Moment = z.iso.datetime();

export const SocialAccountAnswer = z.strictObject({
  id: z.uuid(),
  network: z.enum(networks),
  address: z.string().meta({ description: 'Of its server' }),
  name: z.string().meta({ description: 'As the network says it' }),
  profile: z.string().meta({ description: 'The address of its page, for people' }),
  language: z.string().meta({ description: 'ISO 639: in which of the texts it posts' }),
  mostCharacters: z.int().meta({ description: 'Of a post' }),
  linkCharacters: z.int().optional().meta({
    description: 'How many characters each link counts as; as many as it has if left out',
  }),
  active: z.boolean(),
  refusedAt: Moment.optional().meta({
    description: 'Since when the network has refused its token: it posts nothing until it has a new one',
  }),
  createdAt: Moment,
  version: z.int().meta({ description: 'Incremented by every change' }),
});

export const socialPostStates = ['planned', 'waiting', 'posted', 'failed'] as const;

export const SocialPostAnswer = z.strictObject({
  id: z.uuid().optional().meta({ description: 'Left out for what is only planned' }),
  account: SocialAccountAnswer.pick({ id: true, network: true, name: true, profile: true }),
  state: z.enum(socialPostStates).meta({
    description: '`planned` is what will be posted once the broadcast is approved',
  }),
  withdrawal: z.boolean().meta({ description: 'Whether it only says that the broadcast was withdrawn' }),
  isReply: z.boolean().meta({ description: 'Whether it is below the first post of the incident' }),
  language: z.string().meta({ description: 'Of its text, ISO 639' }),
  text: z.string().meta({ description: 'With the link to the page' }),
  characters: z.int().meta({ description: 'As the network counts them' }),
  mostCharacters: z.int(),
  isCut: z.boolean().meta({ description: 'Whether the end of what was written is left out' }),
  url: z.string().optional().meta({ description: 'Where it can be read' }),
  mayBePosted: z.boolean().meta({
    description: 'Nobody knows whether it was posted: look at the account before you copy the text',
  }),
  tries: z.int(),
  nextTryAt: Moment.optional(),
  status: z.int().optional().meta({ description: 'HTTP status of the last answer' }),
  reason: z.string().optional().meta({ description: 'Why the last try failed, in a word' }),
});
