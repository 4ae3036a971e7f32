import type { WholeBody } from '../../api/answers.js';

/** The fields that the form, the request body and a broadcast share. */
export type Carried = Omit<WholeBody, 'audience' | 'texts' | 'lane' | 'startsAt' | 'expiresAt' | 'follows'>;

/** Names every one of these fields: a new field of the body does not compile until it is added here. */
export const carriedOf = ({
  channels,
  exercise,
  event,
  page,
  points,
  template,
  isPublic,
  webOnly,
  pageLink,
  goesOn,
  posts,
  noPosts,
  readBy,
}: Carried): { readonly [Field in keyof Required<Carried>]: Carried[Field] } => ({
  channels,
  exercise,
  event,
  page,
  points,
  template,
  isPublic,
  webOnly,
  pageLink,
  goesOn,
  posts,
  noPosts,
  readBy,
});
