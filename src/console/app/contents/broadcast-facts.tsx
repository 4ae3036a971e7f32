import type { Broadcast } from '../api/answers.js';
import { channelExplained, channelWords, laneExplained, laneWords } from '../broadcasts/broadcast.words.js';
import { eventWords } from '../broadcasts/event.words.js';
import { words } from './contents.words.js';
import { words as followWords } from './follow-up.words.js';
import { PageLink } from './page-link.js';
import { MadeFrom } from './made-from.js';
import { Publishing } from './publishing.js';
import { useSpeech } from '../language/language.js';

/** Audience, lane, channels, start, expiry, and whether it is an exercise. */
export function BroadcastFacts({ broadcast }: { broadcast: Broadcast }) {
  const { say, format } = useSpeech();
  const { audienceName, lane, channels, startsAt, heldUntil, expiresAt } = broadcast;
  const { exercise, kind, audience, event, page, webOnly, goesOn } = broadcast;
  const start = heldUntil ?? startsAt;
  return (
    <dl class="facts card">
      <div>
        <dt>{say(words.to)}</dt>
        <dd>{audienceName}</dd>
      </div>
      {goesOn !== undefined && (
        <div>
          <dt>{say(followWords.danger)}</dt>
          <dd>
            <strong>{say(goesOn ? followWords.goesOn : followWords.isOver)}</strong>
          </dd>
        </div>
      )}
      {event && (
        <div>
          <dt>{say(words.event)}</dt>
          <dd>{say(eventWords[event])}</dd>
        </div>
      )}
      {page && (
        <div>
          <dt>{say(words.page)}</dt>
          <dd>
            <PageLink page={page} />
          </dd>
        </div>
      )}
      <MadeFrom {...broadcast} />
      <div>
        <dt>{say(words.lane)}</dt>
        <dd>
          <strong>{say(laneWords[lane])}.</strong> {say(laneExplained[lane])}
        </dd>
      </div>
      {kind === 'alert' && !webOnly && (
        <div>
          <dt>{say(words.channels)}</dt>
          <dd>
            {'recipientsOf' in audience ? (
              say(followWords.samePhones)
            ) : (
              <>
                <strong>{say(channelWords[channels])}.</strong> {say(channelExplained[channels])}
              </>
            )}
          </dd>
        </div>
      )}
      {start !== undefined && (
        <div>
          <dt>{say(words.starts)}</dt>
          <dd>
            {format.moment(start)}
            {heldUntil && <> {say(words.heldUntil)}</>}
            <span class="print-only"> ({format.stamp(start)})</span>
          </dd>
        </div>
      )}
      <div>
        <dt>{say(words.expires)}</dt>
        <dd>
          {format.moment(expiresAt)}
          <span class="print-only"> ({format.stamp(expiresAt)})</span>
        </dd>
      </div>
      <Publishing {...broadcast} />
      <div>
        <dt>{say(words.exercise)}</dt>
        <dd>{say(exercise ? words.isExercise : words.live)}</dd>
      </div>
    </dl>
  );
}
