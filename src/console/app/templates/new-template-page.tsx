import { useState } from 'preact/hooks';
import type { TemplateInFull } from '../api/answers.js';
import { usePostOnce } from '../api/use-post-once.js';
import { useSpeech } from '../language/language.js';
import { Link, useNavigation } from '../navigation/navigation.js';
import { paths } from '../navigation/routes.js';
import { mayI } from '../session/may-i.js';
import { useSession } from '../session/session.js';
import { BusyButton } from '../shell/busy-button.js';
import { FailureNote } from '../shell/failure-note.js';
import { PageTitle } from '../shell/page-title.js';
import { LanguageTexts } from './language-texts.js';
import { PlaceholderFields } from './placeholder-fields.js';
import { bodyOf, emptyForm } from './template-form.js';
import { words } from './templates.words.js';
import { UseFields } from './use-fields.js';

/** The form of a template that the municipality adds. */
export function NewTemplatePage() {
  const { say } = useSpeech();
  const { member } = useSession();
  return (
    <>
      <PageTitle title={say(words.newTemplate)} />
      {mayI(member, 'template.write') ? <NewTemplate /> : <p class="lead">{say(words.notYours)}</p>}
      <p>
        <Link href={paths.templates}>{say(words.back)}</Link>
      </p>
    </>
  );
}

function NewTemplate() {
  const { say } = useSpeech();
  const { go } = useNavigation();
  const [form, setForm] = useState(emptyForm);
  const [language, setLanguage] = useState<string>();
  const { busy, failure, run } = usePostOnce('create-template', '/templates');
  const create = async (): Promise<void> => {
    const added = await run<TemplateInFull>('/templates', bodyOf(form));
    if (added) go(paths.template(added.id));
  };
  return (
    <>
      <UseFields form={form} setForm={setForm} />
      <LanguageTexts form={form} readOnly={false} setForm={setForm} shown={language} onShow={setLanguage} />
      <PlaceholderFields placeholders={form.placeholders} readOnly={false} setForm={setForm} />
      <FailureNote failure={failure} retry={() => void create()} />
      <div class="buttons template-actions">
        <BusyButton busy={busy} onClick={() => void create()}>
          {say(words.create)}
        </BusyButton>
      </div>
    </>
  );
}
