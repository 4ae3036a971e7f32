import { interfaceLanguages, type InterfaceLanguage } from '../../../kernel/language.js';
import { languageWording } from '../broadcasts/broadcast.words.js';
import { useSpeech } from '../language/language.js';
import { Choices } from '../shell/choices.js';
import { Field } from '../shell/field.js';
import { FieldFrame } from '../shell/field-frame.js';
import { HoursFields } from './hours-fields.js';
import type { TopicFaults, TopicForm } from './topic-form.js';
import { stateExplained, stateWords, words } from './topics.words.js';

interface TopicFieldsProps {
  form: TopicForm;
  faults: TopicFaults;
  /** Whether the address may still be chosen. */
  isNew: boolean;
  change: (patch: Partial<TopicForm>) => void;
}

/** The fields of a topic: its words in each language, its owner, its place in the list, and its state. */
export function TopicFields({ form, faults, isNew, change }: TopicFieldsProps) {
  const { say } = useSpeech();
  const faultOf = (field: keyof TopicFaults) => faults[field] && say(faults[field]);
  const named = (language: InterfaceLanguage) => ({
    language: say(languageWording(language)).toLowerCase(),
  });
  return (
    <>
      {interfaceLanguages.map((language) => (
        <Field
          key={language}
          label={say(words.nameIn, named(language))}
          fault={faultOf(`name.${language}`)}
          value={form.name[language]}
          maxLength={80}
          onInput={(text) => change({ name: { ...form.name, [language]: text } })}
        />
      ))}
      {interfaceLanguages.map((language) => (
        <LongField
          key={language}
          language={language}
          label={say(words.descriptionIn, named(language))}
          hint={say(words.descriptionHint)}
          fault={faultOf(`description.${language}`)}
          value={form.description[language]}
          onInput={(text) => change({ description: { ...form.description, [language]: text } })}
        />
      ))}
      <Field
        label={say(words.owner)}
        hint={say(words.ownerHint)}
        fault={faultOf('owner')}
        value={form.owner}
        maxLength={120}
        onInput={(owner) => change({ owner })}
      />
      {isNew && (
        <Field
          label={say(words.slug)}
          hint={say(words.slugHint)}
          fault={faultOf('slug')}
          value={form.slug}
          maxLength={60}
          onInput={(slug) => change({ slug })}
        />
      )}
      <Field
        label={say(words.position)}
        hint={say(words.positionHint)}
        fault={faultOf('position')}
        value={form.position}
        maxLength={5}
        onInput={(position) => change({ position })}
      />
      <label class="tick">
        <input
          type="checkbox"
          checked={form.isPublic}
          aria-describedby="topic-public-hint"
          onChange={() => change({ isPublic: !form.isPublic })}
        />
        <span>
          {say(words.isPublic)}
          <span class="hint" id="topic-public-hint">
            {say(words.isPublicHow)}
          </span>
        </span>
      </label>
      <HoursFields hours={form.hours} faults={faults} onChange={(hours) => change({ hours })} />
      <Choices
        legend={say(words.state)}
        value={form.state}
        choices={(['draft', 'open', 'closed'] as const).map((value) => ({
          value,
          label: say(stateWords[value]),
          detail: say(stateExplained[value]),
        }))}
        onChoose={(state) => change({ state })}
      />
    </>
  );
}

interface LongFieldProps {
  language: InterfaceLanguage;
  label: string;
  hint: string;
  fault: string | undefined;
  value: string;
  onInput: (value: string) => void;
}

/** A field of several lines. */
function LongField({ language, label, hint, fault, value, onInput }: LongFieldProps) {
  return (
    <FieldFrame label={label} hint={hint} fault={fault}>
      {(ties) => (
        <textarea
          {...ties}
          rows={3}
          lang={language}
          maxLength={500}
          value={value}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
      )}
    </FieldFrame>
  );
}
