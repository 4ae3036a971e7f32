import { unmarkText, type TextMarks } from '../../../messages/marked-text.js';
import type { Audience, Broadcast, BroadcastBody, Channels, Lane, Place, Shape } from '../api/contract.js';
import { expiryDate, localTime, usualExpiry, type Expiry } from './expiry.js';
import type { Fillings } from './templates.js';

export type AudienceKind = 'places' | 'polygon' | 'topic';

export interface TextForm {
  readonly language: string;
  readonly sms: string;
  /** What a call says, when it is another text than the SMS. */
  readonly voice?: string;
}

/** What a person has filled in so far; plain data, so that it survives a reload. */
export interface ComposeForm {
  /** The draft in the API, once there is one. */
  readonly id?: string;
  readonly step: 1 | 2 | 3;
  readonly audienceKind: AudienceKind;
  readonly places: readonly Place[];
  readonly polygon?: Shape;
  readonly topic?: string;
  /** The template the texts still follow; gone once somebody writes in them by hand. */
  readonly template?: { readonly id: string; readonly fillings: Readonly<Record<string, Fillings>> };
  /** The first is for everyone whose language has none. */
  readonly texts: readonly TextForm[];
  readonly lane: Lane;
  /** Whether somebody, or a template, chose it. */
  readonly laneChosen?: boolean;
  readonly expiry: Expiry;
  readonly channels: Channels;
  readonly exercise: boolean;
}

/** Nobody is chosen from the beginning: the audience is never a default. */
export const emptyForm: ComposeForm = {
  step: 1,
  audienceKind: 'places',
  places: [],
  texts: [{ language: 'sv', sms: '' }],
  lane: 'urgent',
  expiry: usualExpiry,
  channels: 'mobile-first',
  exercise: false,
};

/** What subscribers get is seldom as pressing as what people are told unasked. */
const usualLane = (kind: AudienceKind): Lane => (kind === 'topic' ? 'routine' : emptyForm.lane);

/** Another kind of audience; the urgency follows as long as nobody has chosen it. */
export const toAudienceKind = ({ laneChosen }: ComposeForm, kind: AudienceKind): Partial<ComposeForm> => ({
  audienceKind: kind,
  ...(laneChosen ? {} : { lane: usualLane(kind) }),
});

/** Whom the form says, or undefined while that is nobody. */
export function audienceOf({ audienceKind, places, polygon, topic }: ComposeForm): Audience | undefined {
  switch (audienceKind) {
    case 'places':
      return places.length === 0 ? undefined : { places: places.map(({ id }) => id) };
    case 'polygon':
      return polygon && { polygon };
    case 'topic':
      return topic === undefined ? undefined : { topic };
  }
}

/** The form as the API takes it, or undefined while somebody or something is missing. */
export function bodyOf(form: ComposeForm, now: Date): BroadcastBody | undefined {
  const audience = audienceOf(form);
  const expiresAt = expiryDate(form.expiry, now);
  if (!audience || !expiresAt) return undefined;
  return {
    audience,
    texts: form.texts.map(({ language, sms, voice }) =>
      voice === undefined || voice.trim() === '' ? { language, sms } : { language, sms, voice },
    ),
    lane: form.lane,
    expiresAt: expiresAt.toISOString(),
    exercise: form.exercise,
    channels: form.channels,
  };
}

/** What the API will put around the texts. */
export const marksOf = ({ exercise, audienceKind }: ComposeForm, municipality: string): TextMarks => ({
  exercise,
  ...(audienceKind === 'topic' ? { topicOf: municipality } : {}),
});

/** A broadcast to be changed, as a form; `places` are those its audience names. */
export function formOf(broadcast: Broadcast, places: readonly Place[], municipality: string): ComposeForm {
  const { audience } = broadcast;
  return {
    ...emptyForm,
    id: broadcast.id,
    ...('places' in audience
      ? { audienceKind: 'places', places }
      : 'polygon' in audience
        ? { audienceKind: 'polygon', polygon: audience.polygon }
        : { audienceKind: 'topic', topic: audience.topic }),
    texts: broadcast.texts.map(({ language, sms, voice }) => ({
      language,
      sms: unmarkText(sms, language, municipality),
      ...(voice === undefined ? {} : { voice: unmarkText(voice, language, municipality) }),
    })),
    lane: broadcast.lane,
    laneChosen: true,
    expiry: { kind: 'at', local: localTime(new Date(broadcast.expiresAt)) },
    channels: broadcast.channels,
    exercise: broadcast.exercise,
  };
}
