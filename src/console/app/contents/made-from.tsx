import type { Broadcast, Template } from '../api/answers.js';
import { useQuery } from '../api/use-query.js';
import { languageWording } from '../broadcasts/broadcast.words.js';
import { useSpeech } from '../language/language.js';
import { words } from './contents.words.js';

/** The template that the texts were made from, and who has read the translations. */
export function MadeFrom({ template, readBy = {} }: Pick<Broadcast, 'template' | 'readBy'>) {
  const { say, language: spoken } = useSpeech();
  const named = useTemplateName(template);
  const readers = Object.entries(readBy).map(([language, name]) => ({
    language: say(languageWording(language)).toLocaleLowerCase(spoken),
    name,
  }));
  return (
    <>
      {named !== undefined && (
        <div>
          <dt>{say(words.template)}</dt>
          <dd>{named}</dd>
        </div>
      )}
      {readers.length > 0 && (
        <div>
          <dt>{say(words.readBy)}</dt>
          <dd>
            {readers.map(({ language, name }) => (
              <p key={language}>{say(words.readByOf, { language, name })}</p>
            ))}
          </dd>
        </div>
      )}
    </>
  );
}

/** The name and version of a template; without the name while it is not known. */
export function useTemplateName(used: Broadcast['template']): string | undefined {
  const { say } = useSpeech();
  const { data = [] } = useQuery<readonly Template[]>(used && '/templates');
  if (!used) return undefined;
  const name = data.find(({ id }) => id === used.id)?.name;
  const { version } = used;
  return name ? say(words.templateVersion, { name: say(name), version }) : say(words.version, { version });
}
