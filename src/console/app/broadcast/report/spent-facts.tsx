import type { Broadcast } from '../../api/answers.js';
import { useSpeech } from '../../language/language.js';
import { secondsTaken } from './seconds-taken.js';
import { words } from './report.words.js';

/** Duration and cost, texts and calls separately; so far, while the broadcast is being sent. */
export function SpentFacts({ broadcast }: { broadcast: Broadcast }) {
  const { say, format } = useSpeech();
  const { account } = broadcast;
  const took = secondsTaken(broadcast);
  if (!account) return null;
  const { sms, voice } = account;
  const channels = [
    [sms, words.sms, words.parts],
    [voice, words.voice, words.placed],
  ] as const;
  return (
    <>
      <h3>{say(words.spent)}</h3>
      <dl class="facts facts-numbers">
        {took !== undefined && (
          <div>
            <dt>{say(words.took)}</dt>
            <dd>{format.duration(took)}</dd>
          </div>
        )}
        {channels
          .filter(([{ planned }]) => planned > 0)
          .flatMap(([{ planned, delivered, units, costOre }, arrived, sent]) => [
            <div key={arrived.en}>
              <dt>{say(arrived)}</dt>
              <dd>
                {say(words.ofPlanned, {
                  delivered: format.number(delivered),
                  planned: format.number(planned),
                })}
              </dd>
            </div>,
            <div key={sent.en}>
              <dt>{say(sent)}</dt>
              <dd>{say(words.unitsAt, { units: format.number(units), cost: format.cost(costOre) })}</dd>
            </div>,
          ])}
        <div>
          <dt>{say(words.cost)}</dt>
          <dd>
            <strong>{format.cost(sms.costOre + voice.costOre)}</strong>
          </dd>
        </div>
      </dl>
      <p class="hint">{say(words.spentHint)}</p>
    </>
  );
}
