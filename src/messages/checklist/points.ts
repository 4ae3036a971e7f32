import type { Wording } from '../../kernel/refusal.js';

const sources = {
  badWater: {
    sv: 'Livsmedelsverkets vägledning till 32 § LIVSFS 2022:12',
    en: 'Swedish Food Agency, guidance on section 32 of LIVSFS 2022:12',
  },
  notices: {
    sv: 'Egen praxis, efter kommuners meddelanden om dricksvatten',
    en: 'Our own practice, from municipalities’ notices about drinking water',
  },
  sender: {
    sv: 'Kommunens riktlinje för digitala kanaler: avsändaren är alltid tydlig',
    en: 'The municipality’s guideline for digital channels: the sender is always clear',
  },
  languages: {
    sv: 'Livsmedelsverkets vägledning: flera språk behövs ofta',
    en: 'Swedish Food Agency, guidance: several languages are often needed',
  },
  shutoffs: {
    sv: 'Egen praxis, efter vattenbolags sidor om avstängningar',
    en: 'Our own practice, from water utilities’ pages about shutoffs',
  },
  announcements: {
    sv: 'Vägledning om viktigt meddelande till allmänheten (VMA), Myndigheten för civilt försvar',
    en: 'Guidance on important public announcements (VMA), Swedish Civil Defence and Resilience Agency',
  },
  allClears: {
    sv: 'Egen praxis, efter meddelanden om att faran är över',
    en: 'Our own practice, from notices that a danger is over',
  },
} as const satisfies Record<string, Wording>;

interface Point {
  readonly label: Wording;
  /** Who asks for it. */
  readonly source: Wording;
}

/**
 * What a message may have to say (docs/rules.md "What a message must say"). A point is a meaning, not a wording. The
 * labels finish the sentence "The text says …".
 */
export const points = {
  L1: { label: { sv: 'vad som har hänt', en: 'what has happened' }, source: sources.badWater },
  L2: { label: { sv: 'vilket område det gäller', en: 'which area it is about' }, source: sources.badWater },
  L3: { label: { sv: 'sedan när det gäller', en: 'since when it applies' }, source: sources.badWater },
  L4: { label: { sv: 'vad det beror på', en: 'what caused it' }, source: sources.badWater },
  L5: {
    label: {
      sv: 'vilket ämne eller vilken organism som är farlig',
      en: 'which substance or organism is the danger',
    },
    source: sources.badWater,
  },
  L6: {
    label: { sv: 'vilka som är extra känsliga', en: 'who is at special risk' },
    source: sources.badWater,
  },
  L7: {
    label: { sv: 'vilka symtom man kan få', en: 'which symptoms one may get' },
    source: sources.badWater,
  },
  L8: {
    label: {
      sv: 'vad man ska göra och inte får använda vattnet till',
      en: 'what to do, and what not to use the water for',
    },
    source: sources.badWater,
  },
  L9: {
    label: { sv: 'var det finns annat vatten', en: 'where other water is to be had' },
    source: sources.badWater,
  },
  L10: {
    label: { sv: 'vad man gör om man blir sjuk', en: 'what to do if one falls ill' },
    source: sources.badWater,
  },
  L11: {
    label: { sv: 'vad kommunen gör åt det', en: 'what is being done about it' },
    source: sources.badWater,
  },
  X1: {
    label: {
      sv: 'hur länge det gäller eller när nästa besked kommer',
      en: 'how long it lasts, or when the next word comes',
    },
    source: sources.notices,
  },
  X2: {
    label: { sv: 'var man läser mer eller vem som svarar', en: 'where to read more, or who answers' },
    source: sources.notices,
  },
  X3: { label: { sv: 'vem som skickar', en: 'who sends it' }, source: sources.sender },
  X4: {
    label: { sv: 'att det finns på andra språk', en: 'that there are other languages' },
    source: sources.languages,
  },
  S1: { label: { sv: 'var vattnet är avstängt', en: 'where the water is off' }, source: sources.shutoffs },
  S2: { label: { sv: 'från när', en: 'from when' }, source: sources.shutoffs },
  S3: {
    label: { sv: 'till när, eller att ingen vet än', en: 'until when, or that nobody knows yet' },
    source: sources.shutoffs,
  },
  S4: { label: { sv: 'varför', en: 'why' }, source: sources.shutoffs },
  S5: {
    label: { sv: 'att man tappar upp vatten i förväg', en: 'to fill containers beforehand' },
    source: sources.shutoffs,
  },
  S6: {
    label: {
      sv: 'hur vattnet är efteråt och att man spolar',
      en: 'how the water is afterwards, and to flush',
    },
    source: sources.shutoffs,
  },
  S7: { label: { sv: 'var man hämtar vatten', en: 'where to fetch water' }, source: sources.shutoffs },
  S8: {
    label: { sv: 'var man läser mer eller vem som svarar', en: 'where to read more, or who answers' },
    source: sources.shutoffs,
  },
  S9: {
    label: { sv: 'att kranar stängs och maskiner stängs av', en: 'to close taps and switch machines off' },
    source: sources.shutoffs,
  },
  D1: {
    label: { sv: 'vilket område det gäller', en: 'which area it is about' },
    source: sources.announcements,
  },
  D2: {
    label: { sv: 'vad som har hänt eller kan hända', en: 'what has happened or may happen' },
    source: sources.announcements,
  },
  D3: {
    label: {
      sv: 'vad som hotar liv, hälsa, egendom eller miljö',
      en: 'the threat to life, health, property or environment',
    },
    source: sources.announcements,
  },
  D4: {
    label: { sv: 'vad man ska göra för att skydda sig', en: 'what to do for protection' },
    source: sources.announcements,
  },
  D5: {
    label: { sv: 'hur man kan hjälpa räddningsarbetet', en: 'how to help the rescue work' },
    source: sources.announcements,
  },
  A1: { label: { sv: 'vilket område det gäller', en: 'which area it is about' }, source: sources.allClears },
  A2: { label: { sv: 'vad som är över', en: 'what is over' }, source: sources.allClears },
  A3: { label: { sv: 'från när', en: 'from when' }, source: sources.allClears },
  A4: { label: { sv: 'varför det är säkert nu', en: 'why it is safe now' }, source: sources.allClears },
  A5: { label: { sv: 'vad man gör nu', en: 'what to do now' }, source: sources.allClears },
  A6: { label: { sv: 'vad det berodde på', en: 'what it was' }, source: sources.allClears },
  A7: {
    label: { sv: 'var man läser mer eller vem som svarar', en: 'where to read more, or who answers' },
    source: sources.allClears,
  },
  A8: { label: { sv: 'vad som följer', en: 'what follows' }, source: sources.allClears },
} as const satisfies Record<string, Point>;

export type PointId = keyof typeof points;
export const pointIds = Object.keys(points) as [PointId, ...PointId[]];

/** Required: in the text, on the linked page, or waived with a reason. Advised: it is only pointed out. */
export const requirements = ['required', 'advised'] as const;
type Requirement = (typeof requirements)[number];

const shutoff = {
  required: ['S1', 'S2', 'S3', 'S4', 'S5', 'S6', 'S7', 'S8', 'S9'],
  advised: ['X3'],
} as const satisfies Record<Requirement, readonly PointId[]>;

/** The kinds of events that have points. */
const kinds = {
  /** Undrinkable water: boil it, or don't use it. */
  boil: {
    required: ['L1', 'L2', 'L3', 'L4', 'L5', 'L6', 'L7', 'L8', 'L9', 'L10', 'L11', 'X1', 'X2'],
    advised: ['X3', 'X4'],
  },
  /** An unplanned shutoff. */
  leak: shutoff,
  planned: shutoff,
  /** Danger to life, health, property or environment: what an important public announcement is for. */
  danger: { required: ['D1', 'D2', 'D3', 'D4', 'D5'], advised: ['X3'] },
  'all-clear': { required: ['A1', 'A2', 'A3', 'A4', 'A5', 'A6', 'A7'], advised: ['A8', 'X3'] },
  /** The end of a danger. What it must say is too different from one danger to the next to be required. */
  'danger-over': { required: [], advised: ['A1', 'A2', 'A5', 'X3'] },
} as const satisfies Record<string, Record<Requirement, readonly PointId[]>>;

export type EventKind = keyof typeof kinds;
export const eventKinds = Object.keys(kinds) as [EventKind, ...EventKind[]];

/** Whether it says that something is over: the kinds of an all-clear. */
export const isEnding = (kind: EventKind): boolean => kind === 'all-clear' || kind === 'danger-over';

/** The kind of the all-clear after an event of a kind. */
export const endingOf = (kind: EventKind): EventKind =>
  kind === 'danger' || kind === 'danger-over' ? 'danger-over' : 'all-clear';

/** The points of a kind: the required ones first. */
export const pointsOf = (kind: EventKind): { readonly id: PointId; readonly requirement: Requirement }[] =>
  requirements.flatMap((requirement) => kinds[kind][requirement].map((id) => ({ id, requirement })));
