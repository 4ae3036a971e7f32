import type { InterfaceLanguage } from '../../kernel/language.js';
import type { Topic } from '../../topics/topic.js';
import { FaultMessage, faultOf, type FormFault } from '../page/form-parts.js';
import { formWords } from '../page/forms.words.js';

/** The name of the checkboxes. It is also the group's id, so that a summary can link to the group. */
export const topicsField = 'topics';

interface TopicChoiceProps {
  readonly topics: readonly Topic[];
  readonly chosen: readonly string[];
  readonly faults: readonly FormFault[];
  readonly language: InterfaceLanguage;
}

/** The catalogue as checkboxes, department by department, each topic with its owner. */
export function TopicChoice({ topics, chosen, faults, language }: TopicChoiceProps) {
  const words = formWords[language].topics;
  const wrong = faultOf(faults, topicsField) !== undefined;
  return (
    <fieldset
      class={wrong ? 'choice field-wrong' : 'choice'}
      id={topicsField}
      tabIndex={-1}
      aria-describedby={wrong ? `${topicsField}-error` : undefined}
    >
      <legend>{words.legend}</legend>
      <FaultMessage field={topicsField} faults={faults} language={language} />
      {topics.length === 0 && <p>{words.none}</p>}
      <div class="departments">
        {byDepartment(topics).map(({ department, own }) => (
          <fieldset class="department" key={department}>
            <legend lang="sv">{department}</legend>
            {own.map((topic) => (
              <TopicOption
                key={topic.id}
                topic={topic}
                checked={chosen.includes(topic.id)}
                language={language}
              />
            ))}
          </fieldset>
        ))}
      </div>
    </fieldset>
  );
}

/** Groups the topics by department, in the catalogue's order. */
function byDepartment(topics: readonly Topic[]): { department: string; own: Topic[] }[] {
  const names = [...new Set(topics.map(({ department }) => department))];
  return names.map((department) => ({
    department,
    own: topics.filter((topic) => topic.department === department),
  }));
}

function TopicOption({
  topic,
  checked,
  language,
}: {
  topic: Topic;
  checked: boolean;
  language: InterfaceLanguage;
}) {
  const id = `topic-${topic.slug}`;
  const words = formWords[language];
  return (
    <div class="option">
      <input
        type="checkbox"
        id={id}
        name={topicsField}
        value={topic.id}
        checked={checked}
        aria-describedby={`${id}-about`}
      />
      <label for={id}>{topic.name[language]}</label>
      <div class="about" id={`${id}-about`}>
        <p>{topic.description[language]}</p>
        {topic.state === 'closed' && <p>{words.own.closed}</p>}
        <p class="owner">
          {words.topics.owner}: <span lang="sv">{topic.owner}</span>
        </p>
      </div>
    </div>
  );
}
