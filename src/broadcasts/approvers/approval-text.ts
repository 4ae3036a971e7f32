import type { Lane } from '../broadcast.js';
import { plainPunctuation } from '../../messages/plain-punctuation.js';

const laneWords: Readonly<Record<Lane, string>> = {
  crisis: 'kris',
  urgent: 'brådskande',
  routine: 'rutin',
  verification: 'kod',
};

export interface ApprovalText {
  readonly municipality: string;
  readonly lane: Lane;
  readonly exercise: boolean;
  /** Phones that the broadcast reaches. */
  readonly count: number;
  /** The name of who submitted it. */
  readonly from: string;
  readonly reminder: boolean;
  /** The address of the broadcast's page. */
  readonly link: string;
}

/**
 * The text that wakes an approver. It names no place: a place may be somebody's home. About an exercise, that is its
 * first word: a phone's lock screen may show no more.
 */
export function approvalText({
  municipality,
  lane,
  exercise,
  count,
  from,
  reminder,
  link,
}: ApprovalText): string {
  const what = `${reminder ? 'Påminnelse: ett utskick väntar' : 'Ett utskick väntar'} på att godkännas`;
  const phones = `${count} ${count === 1 ? 'telefon' : 'telefoner'}`;
  return plainPunctuation(
    `${exercise ? 'ÖVNING: ' : ''}${municipality}: ${what} (${laneWords[lane]}, ${phones}, från ${from}). Läs och svara: ${link}`,
  );
}
