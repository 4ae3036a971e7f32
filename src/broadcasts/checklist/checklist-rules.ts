import { refusal, type Wording } from '../../kernel/refusal.js';
import type { Relation } from '../../kernel/relations.js';
import { isEnding, points, pointsOf, type PointId } from '../../messages/checklist/points.js';
import type { SettledPoint } from '../../messages/checklist/settle-points.js';
import { unfilledIn } from '../../messages/checklist/unfilled.js';
import type { Broadcast } from '../broadcast.js';
import type { Carried } from '../carried-fields.js';

const PointNotAsked = refusal('broadcast.point-not-asked', 'invalid', {
  sv: 'Punkten {point} hör inte till den sortens händelse. Ta bort den.',
  en: 'The point {point} does not belong to that kind of event. Leave it out.',
});
const PageRequired = refusal('broadcast.page-required', 'invalid', {
  sv: 'Punkten {point} ska stå på webbsidan. Ange sidans adress.',
  en: 'The point {point} is said to be on the page. Give the address of the page.',
});
const ReasonRequired = refusal('broadcast.reason-required', 'invalid', {
  sv: 'Skriv varför punkten {point} inte behövs.',
  en: 'Say why the point {point} is not needed.',
});
const AllClearHasItsKind = refusal('broadcast.all-clear-event', 'invalid', {
  sv: 'Ett besked om att det är över har händelsen ”Det är över” (all-clear), ”Faran är över” (danger-over), eller ingen.',
  en: 'The event of an all-clear is all-clear, danger-over, or none.',
});
const PlaceholderUnfilled = refusal('broadcast.placeholder-unfilled', 'invalid', {
  sv: 'Fyll i det som saknas i texten: {placeholders}.',
  en: 'Fill in what is missing in the text: {placeholders}.',
});
const ChecklistOpen = refusal('broadcast.checklist-open', 'invalid', {
  sv: 'Det här saknas: {openSv}. Skriv det, eller säg att det står i texten eller på webbsidan, eller varför det inte behövs.',
  en: 'This is missing: {openEn}. Write it, or say that it is in the text or on the page, or why it is not needed.',
});

/**
 * Checks that the writer's word on points fits the event. What is said to be on the page is on another page, with its
 * address, or on ours: then there is a text for it.
 *
 * @throws broadcast.point-not-asked, broadcast.page-required, broadcast.reason-required, broadcast.all-clear-event
 */
export function requireFittingPoints(
  {
    event,
    page,
    points: answers = {},
    isPublic,
    texts = [],
  }: Pick<Carried, 'event' | 'page' | 'points'> & Partial<Pick<Broadcast, 'isPublic' | 'texts'>>,
  relation: Relation | undefined,
): void {
  if (relation === 'all-clear' && event !== undefined && !isEnding(event)) throw AllClearHasItsKind();
  const asked: readonly PointId[] = event ? pointsOf(event).map(({ id }) => id) : [];
  const hasPage = page !== undefined || (isPublic === true && texts.some(({ web }) => web !== undefined));
  for (const [point, { how, reason }] of Object.entries(answers)) {
    if (!asked.some((id) => id === point)) throw PointNotAsked({ point });
    if (how === 'on-page' && !hasPage) throw PageRequired({ point });
    if (how === 'waived' && reason === undefined) throw ReasonRequired({ point });
  }
}

/**
 * The texts of its page and of social media count only if it is published.
 *
 * @throws broadcast.placeholder-unfilled
 */
export function requireFilled({
  texts,
  isPublic = false,
  posts = {},
}: Pick<Broadcast, 'texts' | 'isPublic' | 'posts'>): void {
  const unfilled = texts.flatMap(({ language, sms, voice = '', headline = '', web = '' }) =>
    Object.entries({
      sms,
      voice,
      ...(isPublic ? { headline, web, post: posts[language] ?? '' } : {}),
    }).flatMap(([part, text]) => unfilledIn(text).map((found) => ({ language, in: part, text: found.text }))),
  );
  if (unfilled.length === 0) return;
  const placeholders = [...new Set(unfilled.map(({ text }) => text))].join(', ');
  throw PlaceholderUnfilled({ placeholders, unfilled });
}

/** @throws broadcast.checklist-open */
export function requireMet(settled: readonly SettledPoint[]): void {
  const open = settled.filter(({ how, requirement }) => how === 'open' && requirement === 'required');
  if (open.length === 0) return;
  const named = (language: keyof Wording) =>
    open.map(({ id, missingIn }) => `${points[id].label[language]} (${missingIn.join(', ')})`).join('; ');
  const details = open.map(({ id, missingIn }) => ({ id, label: points[id].label, languages: missingIn }));
  throw ChecklistOpen({ openSv: named('sv'), openEn: named('en'), points: details });
}
