import { useEffect, useRef } from 'preact/hooks';
import { languageWording } from '../../../kernel/language-words.js';
import type { HeldRows, KnownAddress, PhoneLookup } from '../api/answers.js';
import { useSpeech } from '../language/language.js';
import { mayI } from '../session/may-i.js';
import { useSession } from '../session/session.js';
import { BusyButton } from '../shell/busy-button.js';
import { FailureNote } from '../shell/failure-note.js';
import { kindWords, roleWords, words } from './directory.words.js';
import { PlacePhoneForm } from './place-phone-form.js';
import { heldLine } from './held-line.js';
import { sourceName } from './source-name.js';
import { usePost } from './use-post.js';

/** What is known about a number, and what a service owner may change. */
export function KnownPhone({ found, onChanged }: { found: PhoneLookup; onChanged: () => void }) {
  const { say, format } = useSpeech();
  const { member } = useSession();
  const { phone, kind, known, elsewhere } = found;
  const heading = useRef<HTMLHeadingElement>(null);
  const post = usePost('/directory/sources');
  useEffect(() => heading.current?.focus(), [phone]);
  const change = async (path: string, body: object): Promise<void> => {
    if (await post.run(path, body)) onChanged();
  };
  const mayObject = mayI(member, 'objection.record');
  const mayPlace = mayI(member, 'phone.place');
  const mayRelease = known?.quarantine && mayI(member, 'quarantine.release');
  const objects = typeof known?.objectedAt === 'string';

  return (
    <div class="known-phone">
      <h3 ref={heading} tabIndex={-1}>
        {say(words.about, { phone })}
      </h3>
      <p role="status">
        {say(kindWords[kind])}
        {!known && `. ${say(words.unknown)}`}
      </p>
      {known && (
        <dl class="facts">
          <div>
            <dt>{say(words.language)}</dt>
            <dd>{say(languageWording(known.language))}</dd>
          </div>
          <div>
            <dt>{say(words.objection)}</dt>
            <dd>
              {known.objectedAt
                ? say(words.objectedSince, { moment: format.moment(known.objectedAt) })
                : say(words.noObjection)}
            </dd>
          </div>
          <div>
            <dt>{say(words.quarantine)}</dt>
            <dd>
              {known.quarantine
                ? say(words.heldSince, {
                    moment: known.quarantine.since ? format.moment(known.quarantine.since) : '–',
                    reason: say(known.quarantine.reason.words),
                  })
                : say(words.noQuarantine)}
            </dd>
          </div>
        </dl>
      )}
      <FailureNote failure={post.failure} />
      {(mayObject || mayRelease) && (
        <div class="buttons">
          {mayObject && (
            <BusyButton
              busy={post.busy}
              look="quiet"
              onClick={() => void change('/objections', { phone, objects: !objects })}
            >
              {say(objects ? words.withdraw : words.object)}
            </BusyButton>
          )}
          {mayRelease && (
            <BusyButton
              busy={post.busy}
              look="quiet"
              onClick={() => void change('/directory/quarantine/releases', { phone })}
            >
              {say(words.release)}
            </BusyButton>
          )}
        </div>
      )}
      <h4>{say(words.addresses)}</h4>
      {known && known.addresses.length > 0 ? (
        <ul class="held">
          {known.addresses.map((at) => (
            <li key={`${at.addressId} ${at.source}`}>
              <AtAddress at={at} />
              {at.source === 'staff' && mayPlace && (
                <BusyButton
                  busy={post.busy}
                  look="quiet"
                  onClick={() => void change('/directory/removals', { phone, addressId: at.addressId })}
                >
                  {say(words.remove, { address: at.address })}
                </BusyButton>
              )}
            </li>
          ))}
        </ul>
      ) : (
        <p class="hint">{say(words.noAddresses)}</p>
      )}
      {mayPlace && <PlacePhoneForm key={phone} phone={phone} onPlaced={onChanged} />}
      {elsewhere.map((held) => (
        <Elsewhere key={held.kind} held={held} />
      ))}
    </div>
  );
}

function AtAddress({ at }: { at: KnownAddress }) {
  const { say, format } = useSpeech();
  const where = [at.postalCode, at.locality].filter(Boolean).join(' ');
  const facts = [
    say(words.since, {
      role: say(roleWords[at.role]),
      source: sourceName(at.source, say),
      moment: format.moment(at.since),
    }),
    at.confirmedAt && say(words.confirmed, { moment: format.moment(at.confirmedAt) }),
    at.household && say(words.household, { household: at.household }),
    at.gone && say(words.gone),
  ].filter(Boolean);
  return (
    <p>
      <strong>{at.address}</strong>
      {where && `, ${where}`}
      <span class="held-detail">{facts.join(', ')}</span>
    </p>
  );
}

function Elsewhere({ held }: { held: HeldRows }) {
  const { say, format } = useSpeech();
  return (
    <>
      <h4>{say(held.title)}</h4>
      {held.rows.length === 0 ? (
        <p class="hint">{say(words.nothing)}</p>
      ) : (
        <ul class="held">
          {held.rows.map((row, at) => (
            <li key={at}>{heldLine(row, say, format)}</li>
          ))}
        </ul>
      )}
    </>
  );
}
