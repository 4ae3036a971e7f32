import type { Wording } from '../../../kernel/refusal.js';
import { languageWording } from '../../../kernel/language-words.js';
import type { Broadcast } from '../api/answers.js';
import { isArea } from '../api/is-area.js';

const words = {
  map: { sv: 'kartan', en: 'the map' },
  checklist: { sv: 'checklistan', en: 'the checklist' },
  web: { sv: 'det som publiceras', en: 'what is published' },
  text: { sv: 'texten på {language}', en: 'the text in {language}' },
} satisfies Record<string, Wording>;

const textIn = (language: string): Wording => {
  const { sv, en } = languageWording(language);
  return {
    sv: words.text.sv.replace('{language}', sv.toLowerCase()),
    en: words.text.en.replace('{language}', en),
  };
};

/** What an approver should have opened but has not, in words. */
export function unopened(
  {
    audience,
    checklist,
    texts,
    isPublic,
    webOnly,
  }: Pick<Broadcast, 'audience' | 'checklist' | 'texts' | 'isPublic' | 'webOnly'>,
  opened: ReadonlySet<string>,
): Wording[] {
  const things: [string, Wording][] = [
    ...(isArea(audience) ? [['map', words.map] as [string, Wording]] : []),
    ...(webOnly ? [] : texts).map(({ language }): [string, Wording] => [
      `text-${language}`,
      textIn(language),
    ]),
    ...(isPublic ? [['web', words.web] as [string, Wording]] : []),
    ...(checklist ? [['checklist', words.checklist] as [string, Wording]] : []),
  ];
  return things.flatMap(([what, wording]) => (opened.has(what) ? [] : [wording]));
}
