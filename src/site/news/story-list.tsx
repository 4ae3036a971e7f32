import type { InterfaceLanguage } from '../../kernel/language.js';
import type { PublicIncident } from '../../publishing/bulletin/public-incident.js';
import type { PublicMessage } from '../../publishing/bulletin/public-message.js';
import { messageAnchor } from '../../publishing/public-addresses.js';
import { Body, written } from './incident-parts.js';
import { incidentWords } from './incident.words.js';
import { storyOf, textsFor, type Entry } from './story.js';
import { When } from './when.js';

interface StoryProps {
  readonly incident: PublicIncident;
  readonly language: InterfaceLanguage;
}

/** Everything that has been said and done, newest first. */
export function Story({ incident, language }: StoryProps) {
  const words = incidentWords[language];
  return (
    <section aria-labelledby="story">
      <h2 id="story">{words.story}</h2>
      <p class="hint">{words.storyText}</p>
      <ol class="story" reversed>
        {storyOf(incident).map((entry, nth) => (
          <li key={nth} id={anchorOf(entry)} class={`story-${entry.kind}`}>
            <h3>
              {words.kinds[entry.kind]} <When at={entry.at} language={language} />
            </h3>
            <Told entry={entry} language={language} />
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Posts on social media link to it. */
const anchorOf = ({ kind, message }: Entry): string | undefined =>
  message && messageAnchor(message.id, kind === 'cancelled');

function Told({ entry, language }: { entry: Entry; language: InterfaceLanguage }) {
  const words = incidentWords[language];
  const { kind, message } = entry;
  if (kind === 'expired') return <p>{words.expiredText}</p>;
  if (kind === 'cancelled') return <p>{words.cancelledText}</p>;
  if (!message) return null;
  return (
    <>
      {entry.void && <p class="void">{words.void[entry.void]}</p>}
      {kind === 'extension' && message.area && (
        <p>
          {words.extendedTo} <strong lang="sv">{message.area.name}</strong>.
        </p>
      )}
      <Texts message={message} language={language} />
    </>
  );
}

function Texts({ message, language }: { message: PublicMessage; language: InterfaceLanguage }) {
  const [first, ...others] = textsFor(message, language);
  return (
    <>
      {first && <Body text={first} />}
      {others.length > 0 && (
        <details>
          <summary>{incidentWords[language].otherLanguages}</summary>
          {others.map((text) => (
            <div key={text.language} class="translation">
              <p {...written(text.language)}>
                <strong>{text.headline}</strong>
              </p>
              <Body text={text} />
            </div>
          ))}
        </details>
      )}
    </>
  );
}
