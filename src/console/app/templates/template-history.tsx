import type { TemplateInFull } from '../api/answers.js';
import { directionOf, languageWording } from '../broadcasts/broadcast.words.js';
import { useSpeech } from '../language/language.js';
import { actWords, words } from './templates.words.js';

/** Every version, newest first, with its texts. */
export function TemplateHistory({ template: { versions } }: { template: TemplateInFull }) {
  const { say, format } = useSpeech();
  return (
    <section class="card" aria-labelledby="template-history">
      <h2 id="template-history">{say(words.history)}</h2>
      {versions.map(({ version, at, act, by, texts }) => (
        <details key={version}>
          <summary>
            {say(words.version, {
              version,
              moment: format.moment(at),
              act: say(actWords[act], { name: by ?? '–' }),
            })}
          </summary>
          <WrittenTexts texts={texts} />
        </details>
      ))}
    </section>
  );
}

interface WrittenTextsProps {
  texts: TemplateInFull['versions'][number]['texts'];
}

/** Texts to read, one language after another. */
export function WrittenTexts({ texts }: WrittenTextsProps) {
  const { say } = useSpeech();
  return (
    <dl class="template-texts">
      {texts.map(({ language, sms, voice, headline, web }) => (
        <div key={language}>
          <dt>{say(languageWording(language))}</dt>
          {[sms, voice, headline, web].map(
            (text, at) =>
              text && (
                <dd key={at} class="written" lang={language} dir={directionOf(language)}>
                  {text}
                </dd>
              ),
          )}
        </div>
      ))}
    </dl>
  );
}
