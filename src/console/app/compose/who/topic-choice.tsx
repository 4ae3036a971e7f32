import type { Topic } from '../../api/answers.js';
import { useQuery } from '../../api/use-query.js';
import { useSpeech } from '../../language/language.js';
import { FailureNote } from '../../shell/failure-note.js';
import { words as shellWords } from '../../shell/shell.words.js';
import { whoWords } from '../compose.words.js';
import { hoursInWords } from '../../topics/hours-in-words.js';
import { counted } from '../../contents/counted.words.js';

interface TopicChoiceProps {
  topic: string | undefined;
  onChoose: (id: string) => void;
}

/** The choice of one topic that residents subscribe to. */
export function TopicChoice({ topic, onChoose }: TopicChoiceProps) {
  const { say, count, language } = useSpeech();
  const { data, failure, loading, reload } = useQuery<Topic[]>('/topics');
  return (
    <fieldset class="choices">
      <legend>{say(whoWords.topicLegend)}</legend>
      <FailureNote failure={failure} retry={reload} />
      {!data && loading && <p role="status">{say(shellWords.loading)}</p>}
      {data?.length === 0 && <p class="hint">{say(whoWords.noTopics)}</p>}
      {data?.map(({ id, name, description, department, subscribers, hours }) => (
        <label key={id} class="choice">
          <input type="radio" name="topic" checked={id === topic} onChange={() => onChoose(id)} />
          <span>
            <strong>{name[language]}</strong>
            <span class="choice-detail">{description[language]}</span>
            <span class="choice-detail">
              {department} · {count(subscribers, counted.subscribers)}
            </span>
            {hours && <span class="choice-detail">{hoursInWords(hours, say).join(', ')}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
