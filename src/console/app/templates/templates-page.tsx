import { useState } from 'preact/hooks';
import type { Template } from '../api/answers.js';
import { useQuery } from '../api/use-query.js';
import { relationWords } from '../broadcasts/broadcast.words.js';
import { useSpeech } from '../language/language.js';
import { Link } from '../navigation/navigation.js';
import { paths } from '../navigation/routes.js';
import { mayI } from '../session/may-i.js';
import { useSession } from '../session/session.js';
import { FailureNote } from '../shell/failure-note.js';
import { PageTitle } from '../shell/page-title.js';
import { Segmented } from '../shell/segmented.js';
import { words as shellWords } from '../shell/shell.words.js';
import { groupTemplates, type TemplateGroup } from './group-templates.js';
import { TemplateBadges } from './template-badges.js';
import { words } from './templates.words.js';

/** All templates, by the kind of event that they are for. */
export function TemplatesPage() {
  const { say } = useSpeech();
  const { member } = useSession();
  return (
    <>
      <PageTitle title={say(words.title)} />
      {mayI(member, 'template.read') ? <Templates /> : <p class="lead">{say(words.notYours)}</p>}
    </>
  );
}

function Templates() {
  const { say } = useSpeech();
  const { member } = useSession();
  const [state, setState] = useState<Template['state']>('active');
  const { data, failure, loading, reload } = useQuery<Template[]>(`/templates?state=${state}`);
  return (
    <>
      <p class="lead">{say(words.lead)}</p>
      {mayI(member, 'template.write') && (
        <p>
          <Link class="button button-main" href={paths.newTemplate}>
            {say(words.newTemplate)}
          </Link>
        </p>
      )}
      <Segmented
        legend={say(words.show)}
        value={state}
        choices={[
          { value: 'active', label: say(words.active) },
          { value: 'archived', label: say(words.archived) },
        ]}
        onChoose={setState}
      />
      <FailureNote failure={failure} retry={reload} />
      {!data && loading && <p role="status">{say(shellWords.loading)}</p>}
      {data?.length === 0 && (
        <p class="hint">{say(state === 'active' ? words.noneActive : words.noneArchived)}</p>
      )}
      {data && data.length > 0 && (
        <ul class="templates">
          {groupTemplates(data).map((group) => (
            <Group key={group.main?.id ?? 'any'} group={group} />
          ))}
        </ul>
      )}
    </>
  );
}

function Group({ group: { main, followUps } }: { group: TemplateGroup }) {
  const { say } = useSpeech();
  return (
    <li class="card">
      <h2>{main ? <TemplateLink template={main} /> : say(words.forAny)}</h2>
      {main && <TemplateBadges template={main} />}
      {followUps.length > 0 && (
        <ul class="template-follow-ups">
          {followUps.map((template) => (
            <li key={template.id}>
              <TemplateLink template={template} />
              {template.relation && <span class="hint"> {say(relationWords[template.relation])}</span>}
              <TemplateBadges template={template} />
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

function TemplateLink({ template: { id, name } }: { template: Template }) {
  const { say } = useSpeech();
  return <Link href={paths.template(id)}>{say(name)}</Link>;
}
