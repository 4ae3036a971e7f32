import { useState } from 'preact/hooks';
import type { TemplateInFull } from '../api/answers.js';
import { useQuery } from '../api/use-query.js';
import { laneWords } from '../broadcasts/broadcast.words.js';
import { useSpeech } from '../language/language.js';
import { Link } from '../navigation/navigation.js';
import { paths } from '../navigation/routes.js';
import { mayI } from '../session/may-i.js';
import { useSession } from '../session/session.js';
import { FailureNote } from '../shell/failure-note.js';
import { PageTitle } from '../shell/page-title.js';
import { words as shellWords } from '../shell/shell.words.js';
import { TemplateActions } from './template-actions.js';
import { TemplateBadges } from './template-badges.js';
import { TemplateEditor } from './template-editor.js';
import { TemplateHistory, WrittenTexts } from './template-history.js';
import { words } from './templates.words.js';

/** One template: its texts, who has read them, and all that it has been. */
export function TemplatePage({ id }: { id: string }) {
  const { say } = useSpeech();
  const { member } = useSession();
  const path = mayI(member, 'template.read') ? `/templates/${id}` : undefined;
  const { data, failure, loading, reload } = useQuery<TemplateInFull>(path);
  return (
    <>
      <PageTitle title={data ? say(data.name) : say(words.title)} />
      {!path && <p class="lead">{say(words.notYours)}</p>}
      <FailureNote failure={failure} retry={reload} />
      {!data && loading && <p role="status">{say(shellWords.loading)}</p>}
      {data && <OneTemplate template={data} reload={reload} />}
      <p>
        <Link href={paths.templates}>{say(words.back)}</Link>
      </p>
    </>
  );
}

function OneTemplate({ template, reload }: { template: TemplateInFull; reload: () => void }) {
  const { say } = useSpeech();
  const { member } = useSession();
  const [told, setTold] = useState('');
  const [language, setLanguage] = useState<string>();
  const { version, lane, state, newerShipped, asShipped } = template;
  const mayWrite = mayI(member, 'template.write');
  const isEditable = mayWrite && state === 'active';
  return (
    <>
      <TemplateBadges template={template} />
      <p class="hint">
        {say(words.facts, {
          version,
          lane: say(lane ? laneWords[lane] : words.laneOfOriginal).toLowerCase(),
        })}
      </p>
      {state === 'archived' && <p class="note">{say(words.isArchived)}</p>}
      {newerShipped && <p class="note">{say(words.newerNote)}</p>}
      <TemplateEditor
        key={`${version} ${state}`}
        template={template}
        readOnly={!isEditable}
        mayMark={mayWrite}
        language={language}
        onLanguage={setLanguage}
        onSaved={setTold}
        reload={reload}
      />
      <p role="status" class={told ? 'note note-done' : undefined}>
        {told}
      </p>
      {mayWrite && <TemplateActions template={template} onDone={setTold} />}
      {asShipped && (
        <section class="card" aria-labelledby="template-shipped">
          <h2 id="template-shipped">{say(words.asShipped)}</h2>
          <WrittenTexts texts={asShipped.texts} />
        </section>
      )}
      <TemplateHistory template={template} />
    </>
  );
}
