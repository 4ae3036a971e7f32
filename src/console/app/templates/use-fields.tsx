import { useId, type Dispatch, type StateUpdater } from 'preact/hooks';
import { lanes } from '../../../kernel/lanes.js';
import { relationsWithTexts } from '../../../kernel/relations.js';
import { eventKinds } from '../../../messages/checklist/points.js';
import type { Template } from '../api/answers.js';
import { useQuery } from '../api/use-query.js';
import { laneWords, relationWords } from '../broadcasts/broadcast.words.js';
import { eventWords } from '../broadcasts/event.words.js';
import { useSpeech } from '../language/language.js';
import { Field } from '../shell/field.js';
import type { TemplateForm } from './template-form.js';
import { words } from './templates.words.js';

interface UseFieldsProps {
  form: TemplateForm;
  setForm: Dispatch<StateUpdater<TemplateForm>>;
}

/** The name of a template, what it is for, and how urgent such a message usually is. */
export function UseFields({ form, setForm }: UseFieldsProps) {
  const { say } = useSpeech();
  const id = useId();
  const offered = eventKinds.filter((event) => form.relation !== 'all-clear' || event === 'all-clear');
  const set = (changed: Partial<TemplateForm>) => setForm((now) => ({ ...now, ...changed }));
  return (
    <section class="card" aria-labelledby="template-use">
      <h2 id="template-use">{say(words.use)}</h2>
      {(['sv', 'en'] as const).map((language) => (
        <Field
          key={language}
          label={say(language === 'sv' ? words.nameSv : words.nameEn)}
          value={form.name[language]}
          maxLength={80}
          onInput={(to) => set({ name: { ...form.name, [language]: to } })}
        />
      ))}
      <div class="field">
        <label for={`${id}-relation`}>{say(words.relation)}</label>
        <select
          id={`${id}-relation`}
          value={form.relation ?? ''}
          onChange={(event) => {
            const relation = relationsWithTexts.find((each) => each === event.currentTarget.value);
            set({
              relation,
              lane: relation ? form.lane : (form.lane ?? 'routine'),
              ...(relation === 'all-clear' ? { event: undefined } : {}),
            });
          }}
        >
          <option value="">{say(words.newBroadcast)}</option>
          {relationsWithTexts.map((relation) => (
            <option key={relation} value={relation}>
              {say(relationWords[relation])}
            </option>
          ))}
        </select>
      </div>
      {form.relation && <OriginalField of={form.of} onChoose={(of) => set({ of })} />}
      <div class="field">
        <label for={`${id}-event`}>{say(words.event)}</label>
        <select
          id={`${id}-event`}
          value={form.event ?? ''}
          onChange={(event) => set({ event: offered.find((each) => each === event.currentTarget.value) })}
        >
          <option value="">{say(words.noEvent)}</option>
          {offered.map((event) => (
            <option key={event} value={event}>
              {say(eventWords[event])}
            </option>
          ))}
        </select>
      </div>
      <div class="field">
        <label for={`${id}-lane`}>{say(words.lane)}</label>
        <select
          id={`${id}-lane`}
          value={form.lane ?? ''}
          onChange={(event) => set({ lane: lanes.find((each) => each === event.currentTarget.value) })}
        >
          {form.relation && <option value="">{say(words.laneOfOriginal)}</option>}
          {lanes.map((lane) => (
            <option key={lane} value={lane}>
              {say(laneWords[lane])}
            </option>
          ))}
        </select>
      </div>
      <label class="tick">
        <input type="checkbox" checked={form.exercise} onChange={() => set({ exercise: !form.exercise })} />
        <span>{say(words.exercise)}</span>
      </label>
    </section>
  );
}

interface OriginalFieldProps {
  of: string | undefined;
  onChoose: (of: string | undefined) => void;
}

function OriginalField({ of, onChoose }: OriginalFieldProps) {
  const { say } = useSpeech();
  const id = useId();
  const { data = [] } = useQuery<Template[]>('/templates?state=active');
  const originals = data.filter(({ relation }) => relation === undefined);
  return (
    <div class="field">
      <label for={id}>{say(words.of)}</label>
      <select id={id} value={of ?? ''} onChange={(event) => onChoose(event.currentTarget.value || undefined)}>
        <option value="">{say(words.ofAny)}</option>
        {of !== undefined && !originals.some(({ slug }) => slug === of) && <option value={of}>{of}</option>}
        {originals.map(({ slug, name }) => (
          <option key={slug} value={slug}>
            {say(name)}
          </option>
        ))}
      </select>
    </div>
  );
}
