import { carriedOf, type Carried } from './carried.js';
import { unmarkCorrection } from '../../../../messages/correction-marking.js';
import { exampleCode, shortAddress } from '../../../../messages/page-link.js';
import { unmarkText, type TextMarks } from '../../../../messages/marked-text.js';
import type {
  AreaAudience,
  AreasDrawn,
  Audience,
  Broadcast,
  BroadcastBody,
  Lane,
  Near,
  Place,
  Shape,
  Template,
} from '../../api/answers.js';
import { phoneRoles, type PhoneRole } from '../../../../kernel/phone-roles.js';
import type { ChosenTemplate } from './chosen-template.js';
import { boundBody, choosesWhom, hasText } from './follow-up.js';
import { localTime } from '../../../../kernel/wall-clock.js';
import { expiryDate, usualExpiry, type Expiry } from './expiry.js';
import { pageOf } from './page-address.js';
import { publishingBody, textBody } from './publication.js';
import { startOf } from './start.js';
import type { LostPlace } from './places-of.js';
import type { Fillings } from './templates.js';
import type { TextForm } from './text-form.js';

/** The way of choosing that is open. Parts chosen in other ways of choosing an area also count, and are shown. */
export type AudienceKind = 'places' | 'polygon' | 'near' | 'topic';

export type { TextForm };

/** A place of the audience, with the address by which it was found, if any. */
export interface ChosenPlace extends Place {
  readonly address?: string;
}

/** What the user has filled in so far. Plain data, so that it survives a reload. */
export interface ComposeForm extends Carried {
  /** The draft's id in the API, once it is saved. */
  readonly id?: string;
  /** The draft's version in the API, as it was read or saved here: somebody else may change it meanwhile. */
  readonly version?: number;
  /** The broadcast that it follows. Never changes. */
  readonly follows?: NonNullable<BroadcastBody['follows']>;
  /** When the user first filled in something here. Shown when the form is restored. */
  readonly begunAt?: string;
  readonly step: 1 | 2 | 3;
  readonly audienceKind: AudienceKind;
  readonly places: readonly ChosenPlace[];
  readonly polygon?: Shape;
  /** The residential areas that the drawing has addresses of, once they are known. */
  readonly drawnIn?: AreasDrawn | undefined;
  readonly near: readonly Near[];
  /** The distance from each of them, in metres. */
  readonly metres: number;
  /** Places whose addresses are left out. */
  readonly minus: readonly ChosenPlace[];
  readonly roles: readonly PhoneRole[];
  /** Parts of the initial area that no longer exist, until the user has confirmed that they know. */
  readonly lost?: readonly LostPlace[] | undefined;
  readonly topic?: string;
  /** The template that the texts follow. Removed once the user edits a text by hand. */
  readonly filled?: ChosenTemplate | undefined;
  /** For a follow-up: the initial values of a template's gaps, by language. */
  readonly presets?: Readonly<Record<string, Fillings>>;
  /** When the message was sent that the presets come from. */
  readonly presetsFrom?: string;
  /** For an extension: the parts of the area that have had the message. */
  readonly told?: Pick<ComposeForm, 'polygon'> & {
    readonly places: readonly string[];
    readonly near: readonly Near[];
  };
  /** The slug of the template of the message that this one follows. */
  readonly earlierTemplate?: string;
  /** The first text is for everyone whose language has no text. */
  readonly texts: readonly TextForm[];
  readonly lane: Lane;
  /** Whether the user or a template chose the lane. */
  readonly laneChosen?: boolean;
  /** When it is sent, in the municipality's time; as soon as it is approved, if left out. */
  readonly start?: string | undefined;
  readonly expiry: Expiry;
  /** The reminder that is written with it; null once the user has said that there is to be none. */
  readonly reminder?: ReminderForm | null;
}

/** The reminder of an alert. What it begins with is worked out as long as the template's fields are there. */
export interface ReminderForm extends Partial<ReminderDue> {
  /** What the user has written instead, by language. */
  readonly own?: Readonly<Record<string, TextForm>>;
  /** A time that somebody chose instead. */
  readonly ownStart?: string;
  /** The template of reminders for the alert's template. */
  readonly template?: Template | undefined;
  /** What was saved before: it may say more than can be written beside the alert. */
  readonly saved?: ComposeForm;
}

/** What a reminder says, and when. Times are on the municipality's clock. */
export interface ReminderDue {
  readonly start: string;
  /** It is not sent after this. */
  readonly until: string;
  readonly texts: readonly TextForm[];
}

/** A larger distance is a mistake, and the API refuses it. */
const farthest = 5_000;

/** Whether a number of metres is a valid distance. */
export const isDistance = (metres: number): boolean =>
  Number.isInteger(metres) && metres >= 1 && metres <= farthest;

/** No audience is preselected: the audience never has a default. */
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

/** What subscribers get is seldom as urgent as what people are told without asking. */
const usualLane = (kind: AudienceKind): Lane => (kind === 'topic' ? 'routine' : emptyForm.lane);

/** The approval of something that is not urgent may take until the next day. */
const usualHours = (kind: AudienceKind): Expiry =>
  kind === 'topic' ? { kind: 'hours', hours: 24 } : usualExpiry;

/** Changes the kind of audience. Lane and expiry get that kind's default, unless the user has chosen them. */
export function toAudienceKind(form: ComposeForm, kind: AudienceKind): Partial<ComposeForm> {
  const isUsual = JSON.stringify(form.expiry) === JSON.stringify(usualHours(form.audienceKind));
  return {
    audienceKind: kind,
    ...(form.laneChosen ? {} : { lane: usualLane(kind) }),
    ...(isUsual ? { expiry: usualHours(kind) } : {}),
  };
}

/**
 * The chosen audience; undefined while it is empty. All parts of an area are combined, whichever way of choosing is
 * open.
 */
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

/** The form as a request body; undefined while something is missing. */
export function bodyOf(form: ComposeForm, now: Date): BroadcastBody | undefined {
  const audience = audienceOf(form);
  const startsAt = startOf(form);
  const expiresAt = expiryDate(form.expiry, startsAt ?? now);
  if ((!audience && choosesWhom(form)) || !expiresAt || (form.start !== undefined && !startsAt))
    return undefined;
  const body: BroadcastBody = {
    ...(form.follows ? { follows: form.follows } : {}),
    ...(audience ? { audience } : {}),
    texts: form.texts.map((text) => textBody(text, form.webOnly === true && !form.exercise)),
    lane: form.lane,
    ...(startsAt ? { startsAt: startsAt.toISOString() } : {}),
    expiresAt: expiresAt.toISOString(),
    ...carriedOf(form),
    ...publishingBody(form),
    page: pageOf(form),
    posts: postsLeft(form),
    readBy: namesLeft(form),
  };
  return boundBody(body, hasText(form));
}

/** What is written for social media, of the languages that are still there. Blank is as suggested. */
function postsLeft({ posts = {}, texts }: ComposeForm): Carried['posts'] {
  const left = texts.flatMap(({ language }) => {
    const post = posts[language]?.trim() ?? '';
    return post === '' ? [] : [[language, post] as const];
  });
  return left.length === 0 ? undefined : Object.fromEntries(left);
}

/** Who has read the translations that are still there. The first text is none. */
function namesLeft({ readBy = {}, texts }: ComposeForm): Carried['readBy'] {
  const left = texts.slice(1).flatMap(({ language }) => {
    const name = readBy[language]?.trim() ?? '';
    return name === '' ? [] : [[language, name] as const];
  });
  return left.length === 0 ? undefined : Object.fromEntries(left);
}

/**
 * The marks that the API will add to the texts.
 *
 * @param publicUrl how public addresses begin: the link to the page counts too
 */
export const marksOf = (
  { exercise, audienceKind, follows, pageLink }: ComposeForm,
  municipality: string,
  publicUrl = 'https://kommun.example.se',
): TextMarks => ({
  exercise,
  correction: follows?.relation === 'correction',
  ...(audienceKind === 'topic' ? { topicOf: municipality } : {}),
  ...(pageLink && !exercise ? { page: shortAddress(publicUrl, exampleCode) } : {}),
});

/** What a broadcast says, without the marks that the API adds. */
export function saidIn(
  { texts, follows }: Pick<Broadcast, 'texts' | 'follows'>,
  municipality: string,
): TextForm[] {
  const bare = (text: string, language: string): string => {
    const written = unmarkText(text, language, municipality);
    return follows?.relation === 'correction' ? unmarkCorrection(written, language) : written;
  };
  return texts.map(({ language, sms, voice, headline, web }) => ({
    language,
    sms: bare(sms, language),
    ...(voice === undefined ? {} : { voice: bare(voice, language) }),
    ...(headline === undefined ? {} : { headline }),
    ...(web === undefined ? {} : { web }),
  }));
}

/** The form to edit a broadcast. `places` are all the places that its audience names. */
export function formOf(broadcast: Broadcast, places: readonly Place[], municipality: string): ComposeForm {
  const { audience, follows } = broadcast;
  return {
    ...emptyForm,
    id: broadcast.id,
    version: broadcast.version,
    ...(follows ? { follows: { broadcast: follows.id, relation: follows.relation } } : {}),
    ...choiceOf(audience, places),
    texts: saidIn(broadcast, municipality),
    lane: broadcast.lane,
    laneChosen: true,
    ...(broadcast.startsAt ? { start: localTime(new Date(broadcast.startsAt)) } : {}),
    expiry: { kind: 'at', local: localTime(new Date(broadcast.expiresAt)) },
    ...carriedOf(broadcast),
    ...asUsual(broadcast),
  };
}

/** What was left open is open again: another audience may be published or not. */
export const asUsual = ({ publicAsUsual }: Pick<Broadcast, 'publicAsUsual'>): Partial<ComposeForm> =>
  publicAsUsual ? { isPublic: undefined } : {};

/**
 * The form of a new broadcast that begins as an earlier one: its own expiry, and nothing that was settled about the
 * other. One that followed another goes to nobody yet.
 */
export function formAnew(broadcast: Broadcast, places: readonly Place[], municipality: string): ComposeForm {
  const {
    id: _,
    version: __,
    follows: ___,
    expiry: ____,
    points: _____,
    goesOn: ______,
    ...said
  } = formOf(broadcast, places, municipality);
  return { ...said, expiry: usualHours(said.audienceKind) };
}

/**
 * The form's fields for an audience. Opens the first way of choosing that it uses: places, drawing or nearness. `known`
 * are all the places that it names.
 */
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
