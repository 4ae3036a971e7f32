import type { Estimate, Preview } from '../api/answers.js';
import { languageWording } from '../broadcasts/broadcast.words.js';
import { useSpeech } from '../language/language.js';
import { words } from './language-shares.words.js';

type Share = Estimate['languages'][number];

interface LanguageSharesProps {
  /** The languages of the phones. */
  languages: Preview['languages'];
  /** What each text is to them, in the order of the texts. */
  shares: readonly Share[];
  /** Whether the phones are those that had an earlier alert: each gets the language it had. */
  asBefore?: boolean;
}

/** Phones, parts and cost of each text; whose language has no text, and which text nobody gets. */
export function LanguageShares({ languages, shares, asBefore = false }: LanguageSharesProps) {
  const { say, format, language: spoken } = useSpeech();
  const named = (code: string): string => {
    const name = say(languageWording(code));
    return spoken === 'sv' ? name.toLowerCase() : name;
  };
  const reached = shares.reduce((sum, { phones }) => sum + phones, 0);
  const [first] = shares;
  if (!first || reached === 0) return null;
  const others = languages.filter(({ language }) => !shares.some((share) => share.language === language));
  const unheard = shares.filter(({ callsIn, language }) => callsIn !== undefined && callsIn !== language);
  return (
    <div class="language-shares">
      {shares.length > 1 && <SharesTable shares={shares} />}
      {shares
        .filter(({ phones }) => phones === 0)
        .map(({ language }) => (
          <p key={language} class="meter-warning">
            {say(asBefore ? words.nobodyHad : words.nobodyHas, { language: named(language) })}
          </p>
        ))}
      {others.length > 0 && (
        <p>
          {say(words.withoutText, {
            first: named(first.language),
            languages: others
              .map(({ language, phones }) =>
                say(words.ofLanguage, {
                  language: named(language),
                  n: format.number(phones.mobile + phones.landline),
                }),
              )
              .join(', '),
          })}
        </p>
      )}
      {unheard.map(({ language, callsIn }) => (
        <p key={language} class="meter-warning">
          {callsIn
            ? say(words.otherVoice, { language: named(language), other: named(callsIn) })
            : say(words.noVoice)}
        </p>
      ))}
    </div>
  );
}

function SharesTable({ shares }: { shares: readonly Share[] }) {
  const { say, format } = useSpeech();
  const called = shares.some(({ calls }) => calls > 0);
  return (
    <table class="report">
      <caption>{say(words.title)}</caption>
      <thead>
        <tr>
          <th scope="col">{say(words.language)}</th>
          {[words.phones, words.parts, ...(called ? [words.calls] : []), words.cost].map((wording) => (
            <th key={wording.en} scope="col" class="number">
              {say(wording)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {shares.map(({ language, phones, segments, calls, costOre }) => (
          <tr key={language}>
            <th scope="row">{say(languageWording(language))}</th>
            <td class="number">{format.number(phones)}</td>
            <td class="number">{format.number(segments)}</td>
            {called && <td class="number">{format.number(calls)}</td>}
            <td class="number">{format.cost(costOre)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
