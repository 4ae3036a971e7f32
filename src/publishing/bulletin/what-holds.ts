import type { PublishedArea } from '../../audiences/published-area/published-area.js';
import { isCalledOff, lastWord, wordOf } from '../../kernel/called-off.js';
import type { PublicMessage } from './public-message.js';

/** Of one incident, in the order in which they went out. */
type Messages = readonly PublicMessage[];

const said = (messages: Messages) =>
  messages.map((message) => ({ ...message, isCancelled: message.cancelledAt !== undefined }));

/** Since when an incident is over by what was said; undefined if it is not. */
export function overSince(messages: Messages): Date | undefined {
  const inOrder = said(messages);
  if (!isCalledOff(inOrder)) return undefined;
  const last = lastWord(inOrder)!;
  // A correction of an all-clear only says it better.
  return (messages.find(({ id }) => id === last.says) ?? last).sentAt;
}

/**
 * What took the place of a message when its sending was ended: an all-clear, a correction of what it says, or the
 * correction that says that the danger goes on. Depends on nothing that came later.
 */
function replacersOf(message: PublicMessage, messages: Messages): PublicMessage[] {
  const { cancelledAt, says } = message;
  if (!cancelledAt) return [];
  return messages
    .slice(messages.findIndex(({ id }) => id === message.id) + 1)
    .filter((one) => one.sentAt <= cancelledAt && !(one.cancelledAt && one.cancelledAt <= cancelledAt))
    .filter(
      (one) =>
        one.relation === 'all-clear' ||
        (one.relation === 'correction' &&
          (one.says === says || (one.goesOn === true && wordOf(message) === 'over'))),
    );
}

/** Whether its cancellation only ended the sending (ADR 55): what replaced it says itself what holds. */
export const isReplaced = (message: PublicMessage, messages: Messages): boolean =>
  replacersOf(message, messages).length > 0;

/** Whether staff took it back. */
export const isWithdrawn = (message: PublicMessage, messages: Messages): boolean =>
  message.cancelledAt !== undefined && !isReplaced(message, messages);

/**
 * What holds unless the incident is called off. Where only an all-clear ended the sending of a message, the message holds
 * again once the all-clear does not.
 */
export const goingOn = (messages: Messages): PublicMessage[] =>
  messages.filter((message) => {
    if (wordOf(message) === 'over') return false;
    if (!message.cancelledAt) return true;
    const replacers = replacersOf(message, messages);
    return replacers.length > 0 && replacers.every((one) => wordOf(one) === 'over');
  });

/** Messages that may be what holds now, the last one first to be asked. */
function candidates(messages: Messages): Messages {
  if (overSince(messages)) return messages.filter(({ cancelledAt }) => !cancelledAt);
  const holding = goingOn(messages);
  if (holding.length > 0) return holding;
  // All of it was cancelled. An all-clear that was is not what it was about.
  return messages.filter((message) => wordOf(message) !== 'over');
}

/**
 * What holds now: the last update or correction that was not cancelled, else the first message; of an incident that is
 * over the all-clear. Extensions say where else it holds.
 */
export function mainMessage({ messages }: { readonly messages: Messages }): PublicMessage {
  const those = candidates(messages);
  // An extension can outlive its alert. It says the same.
  return those.findLast(({ relation }) => relation !== 'extension') ?? those.at(-1) ?? messages.at(-1)!;
}

/** The places of an incident: of everything that staff did not take back. If they took back all, where it was. */
export function areasOf({ messages }: { readonly messages: Messages }): PublishedArea[] {
  const left = messages.filter((message) => message.area && !isWithdrawn(message, messages));
  return (left.length > 0 ? left : messages).flatMap(({ area }) => area ?? []);
}

/** Whether a correction that stands says it right: its own text no longer holds. */
export const isCorrected = (message: PublicMessage, messages: Messages): boolean =>
  messages
    .slice(messages.indexOf(message) + 1)
    .some(
      ({ relation, cancelledAt, says }) => relation === 'correction' && !cancelledAt && says === message.says,
    );
