import type { Relation } from '../../../kernel/relations.js';
import type { Wording } from '../../../kernel/refusal.js';
import type { Broadcast } from '../api/answers.js';
import { useSpeech } from '../language/language.js';
import { counted } from './counted.words.js';

const titles = {
  'all-clear': { sv: 'Larmet skickas fortfarande', en: 'The alert is still going out' },
  correction: { sv: 'Den felaktiga texten skickas fortfarande', en: 'The wrong text is still going out' },
} satisfies Record<string, Wording>;

const pendingWords: Wording = {
  sv: '{phones} har inte fått det än.',
  en: '{phones} have not had it yet.',
};

const effects = {
  'all-clear': {
    sv: 'När beskedet att det är över godkänns avbryts resten. De som inte har hunnit få larmet får inte heller beskedet.',
    en: 'When the all-clear is approved the rest is cancelled. Those who have not had the alert do not get the all-clear either.',
  },
  correction: {
    sv: 'När rättelsen godkänns stoppas den, och de som inte har hunnit få den får rättelsen i stället. Ska de inte ha någon text alls: avbryt utskicket först.',
    en: 'When the correction is approved it is stopped, and those who have not had it get the correction instead. If they are to have no text at all, cancel the broadcast first.',
  },
} satisfies Record<string, Wording>;

const scheduled = {
  'all-clear': {
    sv: 'En uppdatering skulle ha skickats {moment}. Den avbryts när beskedet att det är över godkänns.',
    en: 'An update was to be sent {moment}. It is cancelled when the all-clear is approved.',
  },
  correction: {
    sv: 'En uppdatering skulle ha skickats {moment}. Den avbryts när rättelsen godkänns, för den skrevs före den.',
    en: 'An update was to be sent {moment}. It is cancelled when the correction is approved, as it was written before it.',
  },
} satisfies Record<string, Wording>;

interface StillGoingOutProps {
  /** How it follows; the others end nothing. */
  relation: Relation | undefined;
  alert: Pick<Broadcast, 'stillGoingOut'>;
}

/** Shown beside an all-clear or a correction: what it ends is still being sent, and what happens to the rest. */
export function StillGoingOut({ relation, alert }: StillGoingOutProps) {
  const { say, count, format } = useSpeech();
  if (relation !== 'all-clear' && relation !== 'correction') return null;
  const ended = alert.stillGoingOut.filter(({ sameText }) => relation === 'all-clear' || sameText);
  const underWay = ended.filter(({ startsAt }) => startsAt === undefined);
  const pending = underWay.reduce((sum, part) => sum + part.pending, 0);
  return (
    <>
      {underWay.length > 0 && (
        <p class="note">
          <strong>{say(titles[relation])}.</strong>{' '}
          {pending > 0 && say(pendingWords, { phones: count(pending, counted.phones) })}{' '}
          {say(effects[relation])}
        </p>
      )}
      {ended.map(
        ({ id, startsAt }) =>
          startsAt !== undefined && (
            <p key={id} class="note">
              {say(scheduled[relation], { moment: format.moment(startsAt) })}
            </p>
          ),
      )}
    </>
  );
}
