import { suppressionWords } from '../../../messages/reason-words.js';
import type { Estimate, Preview } from '../api/answers.js';
import { LanguageShares } from './language-shares.js';
import { words } from './contents.words.js';
import { useSpeech } from '../language/language.js';

interface ReachFiguresProps {
  preview: Preview;
  estimate: Estimate | undefined;
  heading: 'h2' | 'h3';
  /** Whether it goes to those who had an earlier alert. */
  asBefore: boolean;
}

/** How many phones a broadcast reaches and does not reach, its cost and its duration. */
export function ReachFigures({ preview, estimate, heading: Heading, asBefore }: ReachFiguresProps) {
  const { say, format } = useSpeech();
  const { phones, addresses, unreachableAddresses, suppressed } = preview;
  const left = Object.entries(suppressed).filter(([, count]) => count > 0);
  const figures = [
    [phones.mobile + phones.landline, words.phones],
    [phones.mobile, words.mobiles],
    [phones.landline, words.landlines],
    // Subscribers and recipients of an earlier broadcast are not addresses.
    ...(addresses > 0
      ? ([
          [addresses, words.addresses],
          [unreachableAddresses, words.unreachable],
        ] as const)
      : []),
  ] as const;
  return (
    <section aria-labelledby="reach-title" class="card">
      <Heading id="reach-title">{say(words.reaches)}</Heading>
      <dl class="figures">
        {figures.map(([n, wording]) => (
          <div key={wording.en}>
            <dt>{say(wording)}</dt>
            <dd>{format.number(n)}</dd>
          </div>
        ))}
      </dl>
      {left.length > 0 && (
        <>
          <p class="sub">{say(words.suppressed)}</p>
          <dl class="facts facts-numbers">
            {left.map(([reason, count]) => (
              <div key={reason}>
                <dt>{suppressionWords[reason] ? say(suppressionWords[reason]) : reason}</dt>
                <dd>{format.number(count)}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
      {estimate && (
        <LanguageShares languages={preview.languages} shares={estimate.languages} asBefore={asBefore} />
      )}
      {estimate && (
        <dl class="facts facts-numbers facts-estimate">
          <div>
            <dt>{say(words.partsInAll)}</dt>
            <dd>{format.number(estimate.segments)}</dd>
          </div>
          {estimate.calls > 0 && (
            <div>
              <dt>{say(words.calls)}</dt>
              <dd>{format.number(estimate.calls)}</dd>
            </div>
          )}
          <div>
            <dt>{say(words.cost)}</dt>
            <dd>{format.cost(estimate.costOre)}</dd>
          </div>
          <div>
            <dt>{say(words.time)}</dt>
            <dd>{format.duration(estimate.seconds)}</dd>
          </div>
        </dl>
      )}
    </section>
  );
}
