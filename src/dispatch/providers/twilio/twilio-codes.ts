import type { FailureKind } from '../../../deliveries/failure.js';

/** The numbers `from` to `to`, both included. */
const range = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, at) => from + at);

/** The credentials are wrong, or the account is closed, suspended, on trial or not allowed to do this. */
const account = [
  ...[10001, 10002, 10003, 20003, 20005, 20006, 20008, 20010, 20403, 20426],
  ...range(20101, 20107),
  ...[20151, 20152, 20153, 20154, 20155, 20156, 20157, 20159, 20160],
  ...[21210, 21219, 21404, 21420, 21470, 21471, 21472, 21475, 21476, 21477, 21478, 21479, 21607, 21608],
  ...[13805, 14111, 30002, 30037, 30108, 30112, 32100, 32200, 63001, 63015],
];

/**
 * The number, name or caller id that messages and calls come from does not exist, isn't ours, or isn't allowed to do
 * this.
 */
const sender = [
  ...[13214, 13247, 13248, 14102, 14108, 22500],
  ...[21212, 21213, 21407, 21409, 21601, 21603, 21616, 21621, 21622, 21657, 21659, 21660, 21661],
  ...[30016, 32204, 32206, 63002, 63007, 63008, 63020, 63022, 63026, 63035, 63051],
];

/** The messaging service, or the registration that its sender needs. */
const registration = [
  ...range(21701, 21705),
  ...[21708, 21709, 21711, 21712, 21713, 21715, 21717, 21719, 21720, 21727, 21728, 21729],
  ...[21613, 21615, 21631, 21649, 21650, 21651],
];

/** The daily allowance is used up. Trying again in a minute does not help. */
const dailyCap = [63038];

/** Our own settings: the callback address, its method, or something else that all requests have in common. */
const settings = [
  ...[20001, 20004, 20011, 20012, 21205, 21207, 21208, 21209, 21218, 21234, 21262, 21263, 21402, 21403],
  ...[21405, 21406, 21456, 21502, 21609, 21624, 21626, 21627, 21702, 21730, 21910],
  ...[30012, 30013, 30028, 30029, 30030, 30031, 30109, 30121, 30122, 30123],
];

/**
 * Codes after which the sender stops until somebody repairs the account, the sender or the settings: continuing would
 * fail for everybody. These are all codes of Twilio's list that may result from a text or a call and do not concern one
 * of its phones.
 */
export const senderStopped: ReadonlySet<number> = new Set([
  ...account,
  ...sender,
  ...registration,
  ...dailyCap,
  ...settings,
]);

/**
 * The sender or the account may not send to or call the country of the phone, or not without registration there: the
 * United States' A2P and toll-free registration, caller ids that carriers block.
 */
export const countryRefused: ReadonlySet<number> = new Set([
  ...[
    13227, 21203, 21215, 21408, 21606, 30018, 30023, 30024, 30027, 30032, 30033, 30034, 30035, 30040, 30125,
  ],
  ...range(30440, 30449),
  ...range(30880, 30898),
  ...[32017, 32021, 32205],
]);

/**
 * Its queue is full, or we were too fast, for all phones or for one (14107: many texts between two numbers in half a
 * minute). Nothing was accepted; a later try is fine.
 */
export const busy: ReadonlySet<number> = new Set([
  10004, 14107, 14109, 20429, 21611, 22005, 30001, 30017, 30022, 32001, 32012, 32013, 63017, 63018,
]);

/** Concerns this one phone or text, which is never sent again as it stands. */
export const permanent: ReadonlySet<number> = new Set([
  ...[13223, 13224, 13225, 13226, 14101],
  ...[21201, 21202, 21211, 21214, 21216, 21217, 21401, 21421, 21604, 21610, 21612, 21614],
  ...[21617, 21635, 30003, 30004, 30005, 30006, 30007, 30008, 30010, 30014, 30019, 30410, 30450],
  ...[32016, 63003, 63024, 63033],
]);

/** What a code means for the message, whether it comes as a refusal or in a callback. */
const failures: Readonly<Record<FailureKind, Iterable<number>>> = {
  // Calls end this way by their status, not by a code.
  'not-answered': [],
  landline: [21614, 21635, 30006],
  'out-of-reach': [30003],
  'queue-full': busy,
  'sender-refused': senderStopped,
  'country-refused': countryRefused,
  // 30004 (blocked by the phone or its carrier) is not included: the number exists, and may accept the next message.
  'no-such-number': [21211, 21217, 30005],
  'opted-out': [21610],
};
const meanings = new Map(
  Object.entries(failures).flatMap(([kind, codes]) =>
    [...codes].map((code) => [code, kind as FailureKind] as const),
  ),
);

/** @returns undefined for a code that only ends the delivery */
export const failureOf = (code: number): FailureKind | undefined => meanings.get(code);
