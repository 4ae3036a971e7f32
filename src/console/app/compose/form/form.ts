import { unmarkText, type TextMarks } from '../../../../messages/marked-text.js';
import type {
  AreaAudience,
  Audience,
  Broadcast,
  BroadcastBody,
  WholeBody,
  Lane,
  Near,
  Place,
  Shape,
} from '../../api/answers.js';
import { phoneRoles, type PhoneRole } from '../../../../kernel/phone-roles.js';
import { boundBody, choosesWhom } from './follow-up.js';
import { expiryDate, localTime, usualExpiry, type Expiry } from './expiry.js';
import type { LostPlace } from './places-of.js';
import type { Fillings } from './templates.js';

/** Which way of choosing is open. What was chosen in the other ways of an area counts all the same, and is shown. */
export type AudienceKind = 'places' | 'polygon' | 'near' | 'topic';

export interface TextForm {
  readonly language: string;
  readonly sms: string;
  /** What a call says, when it is another text than the SMS. */
  readonly voice?: string;
}

/** A place of the audience, and the address it was found by, where it was found by one. */
export interface ChosenPlace extends Place {
  readonly address?: string;
}

/** What the form, the body and a broadcast have alike. */
export type Carried = Omit<WholeBody, 'audience' | 'texts' | 'lane' | 'expiresAt' | 'follows'>;

/** Every field of it: one that is new in the body does not compile before it stands here. */
export const carriedOf = ({
  channels,
  exercise,
}: Carried): { readonly [Field in keyof Required<Carried>]: Carried[Field] } => ({ channels, exercise });

/** What a person has filled in so far; plain data, so that it survives a reload. */
export interface ComposeForm extends Carried {
  /** The draft in the API, once there is one. */
  readonly id?: string;
  /** What it follows; it stays so. */
  readonly follows?: NonNullable<BroadcastBody['follows']>;
  /** When somebody first filled in something here, so that an old form can say that it is one. */
  readonly begunAt?: string;
  readonly step: 1 | 2 | 3;
  readonly audienceKind: AudienceKind;
  readonly places: readonly ChosenPlace[];
  readonly polygon?: Shape;
  readonly near: readonly Near[];
  /** How far from each of them, in metres. */
  readonly metres: number;
  /** Places whose addresses are left out. */
  readonly minus: readonly ChosenPlace[];
  readonly roles: readonly PhoneRole[];
  /** What of the area it began with is no more, until somebody has said that they know. */
  readonly lost?: readonly LostPlace[] | undefined;
  readonly topic?: string;
  /** The template the texts still follow; gone once somebody writes in them by hand. */
  readonly template?: { readonly id: string; readonly fillings: Readonly<Record<string, Fillings>> };
  /** Of what follows another: what the gaps of a template begin with, by language. */
  readonly presets?: Readonly<Record<string, Fillings>>;
  /** When the message went out that the presets are from. */
  readonly presetsFrom?: string;
  /** The template that the message it follows was written by. */
  readonly earlierTemplate?: string;
  /** The first is for everyone whose language has none. */
  readonly texts: readonly TextForm[];
  readonly lane: Lane;
  /** Whether somebody, or a template, chose it. */
  readonly laneChosen?: boolean;
  readonly expiry: Expiry;
}

/** Farther than this is a mistake, and the API refuses it. */
const farthest = 5_000;

/** Whether so many metres may be meant. */
export const isDistance = (metres: number): boolean =>
  Number.isInteger(metres) && metres >= 1 && metres <= farthest;

/** Nobody is chosen from the beginning: the audience is never a default. */
export const emptyForm: ComposeForm = {
  step: 1,
  audienceKind: 'places',
  places: [],
  near: [],
  metres: 100,
  minus: [],
  roles: phoneRoles,
  texts: [{ language: 'sv', sms: '' }],
  lane: 'urgent',
  expiry: usualExpiry,
  channels: 'mobile-first',
  exercise: false,
};

/** What subscribers get is seldom as pressing as what people are told unasked. */
const usualLane = (kind: AudienceKind): Lane => (kind === 'topic' ? 'routine' : emptyForm.lane);

/** It may be tomorrow before a colleague approves what presses nobody. */
const usualHours = (kind: AudienceKind): Expiry =>
  kind === 'topic' ? { kind: 'hours', hours: 24 } : usualExpiry;

/** Another kind of audience; the urgency and the expiry follow as long as nobody has chosen them. */
export function toAudienceKind(form: ComposeForm, kind: AudienceKind): Partial<ComposeForm> {
  const isUsual = JSON.stringify(form.expiry) === JSON.stringify(usualHours(form.audienceKind));
  return {
    audienceKind: kind,
    ...(form.laneChosen ? {} : { lane: usualLane(kind) }),
    ...(isUsual ? { expiry: usualHours(kind) } : {}),
  };
}

/** Whom the form says, or undefined while that is nobody. All parts of an area add up, whichever way is open. */
export function audienceOf(form: ComposeForm): BroadcastBody['audience'] {
  const { audienceKind, places, polygon, near, minus, roles, topic } = form;
  if (audienceKind === 'topic') return topic === undefined ? undefined : { topic };
  if ((places.length === 0 && !polygon && near.length === 0) || roles.length === 0) return undefined;
  return {
    ...(places.length > 0 ? { places: places.map(({ id }) => id) } : {}),
    ...chosenBy([...places, ...minus]),
    ...(polygon ? { polygon } : {}),
    ...(near.length > 0 ? { near } : {}),
    ...(minus.length > 0 ? { minus: { places: minus.map(({ id }) => id) } } : {}),
    ...(roles.length < phoneRoles.length ? { roles } : {}),
  };
}

function chosenBy(places: readonly ChosenPlace[]): Pick<AreaAudience, 'chosenBy'> {
  const named = places.flatMap(({ id, address }) => (address === undefined ? [] : [[id, address] as const]));
  return named.length > 0 ? { chosenBy: Object.fromEntries(named) } : {};
}

/** The form as the API takes it, or undefined while somebody or something is missing. */
export function bodyOf(form: ComposeForm, now: Date): BroadcastBody | undefined {
  const audience = audienceOf(form);
  const expiresAt = expiryDate(form.expiry, now);
  if ((!audience && choosesWhom(form)) || !expiresAt) return undefined;
  return boundBody({
    ...(form.follows ? { follows: form.follows } : {}),
    ...(audience ? { audience } : {}),
    texts: form.texts.map(({ language, sms, voice }) =>
      voice === undefined || voice.trim() === '' ? { language, sms } : { language, sms, voice },
    ),
    lane: form.lane,
    expiresAt: expiresAt.toISOString(),
    ...carriedOf(form),
  });
}

/** What the API will put around the texts. */
export const marksOf = ({ exercise, audienceKind }: ComposeForm, municipality: string): TextMarks => ({
  exercise,
  ...(audienceKind === 'topic' ? { topicOf: municipality } : {}),
});

/** A broadcast to be changed, as a form; `places` are all that its audience names. */
export function formOf(broadcast: Broadcast, places: readonly Place[], municipality: string): ComposeForm {
  const { audience, follows } = broadcast;
  return {
    ...emptyForm,
    id: broadcast.id,
    ...(follows ? { follows: { broadcast: follows.id, relation: follows.relation } } : {}),
    ...choiceOf(audience, places),
    texts: broadcast.texts.map(({ language, sms, voice }) => ({
      language,
      sms: unmarkText(sms, language, municipality),
      ...(voice === undefined ? {} : { voice: unmarkText(voice, language, municipality) }),
    })),
    lane: broadcast.lane,
    laneChosen: true,
    expiry: { kind: 'at', local: localTime(new Date(broadcast.expiresAt)) },
    ...carriedOf(broadcast),
  };
}

/** What was chosen, in the way that most of it was; `known` are all the places that it names. */
export function choiceOf(audience: Audience, known: readonly Place[]): Partial<ComposeForm> {
  if ('topic' in audience) return { audienceKind: 'topic', topic: audience.topic };
  if ('recipientsOf' in audience) return {};
  const { places = [], chosenBy: addresses = {}, polygon, near = [], minus, roles = phoneRoles } = audience;
  const named = (ids: readonly string[]): ChosenPlace[] =>
    known
      .filter(({ id }) => ids.includes(id))
      .map((place) =>
        addresses[place.id] === undefined ? place : { ...place, address: addresses[place.id]! },
      );
  return {
    audienceKind: places.length > 0 ? 'places' : polygon ? 'polygon' : near.length > 0 ? 'near' : 'places',
    places: named(places),
    ...(polygon ? { polygon } : {}),
    near,
    minus: named(minus?.places ?? []),
    roles,
  };
}
