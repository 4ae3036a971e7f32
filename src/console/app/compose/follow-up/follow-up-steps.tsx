import { unmarkCorrection } from '../../../../messages/correction-marking.js';
import { unmarkText } from '../../../../messages/marked-text.js';
import { isArea } from '../../api/is-area.js';
import type { Broadcast, Template } from '../../api/answers.js';
import { useQuery } from '../../api/use-query.js';
import { AsReceived } from '../../contents/as-received.js';
import { useSpeech } from '../../language/language.js';
import { Link } from '../../navigation/navigation.js';
import { paths } from '../../navigation/routes.js';
import type { Change } from '../form/form-change.js';
import { words } from './follow-up.words.js';
import type { ComposeForm } from '../form/form.js';
import { hasOwnWords } from '../form/template-texts.js';
import { activeTemplates } from '../what/active-templates.js';
import { readEarlier } from './earlier-text.js';
import { useSession } from '../../session/session.js';

/** Links to the broadcast that a follow-up follows. */
export function Followed({ original: { id, audienceName } }: { original: Broadcast }) {
  const { say } = useSpeech();
  return (
    <p class="crumb">
      <Link href={paths.broadcast(id)}>{say(words.follows, { audience: audienceName })}</Link>
    </p>
  );
}

/** The audience of an update, a correction or an all-clear, which the user cannot choose. */
export function WhoHadIt() {
  const { say } = useSpeech();
  return (
    <div class="card" id="audience" tabIndex={-1}>
      <h3>{say(words.whoHadIt)}</h3>
      <p>{say(words.whoHadItHow)}</p>
      <p>{say(words.whoHadItCount)}</p>
    </div>
  );
}

interface SaidBeforeProps {
  original: Broadcast;
  form: ComposeForm;
  change: Change;
  municipality: string;
}

/** The original's texts, with a button to begin an update with them. */
export function SaidBefore({ original, form, change, municipality }: SaidBeforeProps) {
  const { say, format } = useSpeech();
  const { texts, startedAt, createdAt } = original;
  const begin = (): void =>
    change({
      filled: undefined,
      texts: form.texts.map(({ language, sms }) => {
        const said = texts.find((text) => text.language === language);
        return { language, sms: said ? unmarkText(said.sms, language, municipality) : sms };
      }),
    });
  return (
    <section class="said-before" aria-labelledby="said-before">
      <h3 id="said-before">{say(words.saidBefore, { moment: format.moment(startedAt ?? createdAt) })}</h3>
      {texts.map(({ language, sms, web }) => (
        <blockquote key={language} lang={language} class="written">
          {sms || web}
        </blockquote>
      ))}
      {form.follows?.relation === 'update' && !form.filled && !hasOwnWords(form) && (
        <button type="button" class="button button-quiet" onClick={begin}>
          {say(words.beginWithIt)}
        </button>
      )}
    </section>
  );
}

/** The text of an extension, which the user cannot change. */
export function SameText({ original }: { original: Broadcast }) {
  const { say } = useSpeech();
  const { settings } = useSession();
  const { data = [] } = useQuery<readonly Template[]>(activeTemplates);
  const place = placeSaid(original, settings?.municipality.name ?? '', data);
  return (
    <>
      <p class="note">
        <strong>{say(words.sameText)}.</strong> {say(words.sameTextHow)}
      </p>
      {place !== undefined && (
        <p class="note note-failure">
          <strong>{say(words.namesPlace, { place })}</strong> {say(words.namesPlaceHow)}
        </p>
      )}
      <AsReceived broadcast={withoutMark(original)} heading="h3" />
    </>
  );
}

/** A correction is none to those whom an extension of it reaches. */
const withoutMark = (original: Broadcast): Broadcast =>
  original.follows?.relation === 'correction'
    ? {
        ...original,
        texts: original.texts.map((text) => ({ ...text, sms: unmarkCorrection(text.sms, text.language) })),
      }
    : original;

/** The place that the text names. People reached by an extension live elsewhere, so the form warns about it. */
function placeSaid(
  { texts, audience }: Broadcast,
  municipality: string,
  templates: readonly Template[],
): string | undefined {
  const [first] = texts;
  if (!first) return undefined;
  const filled = readEarlier(first, municipality, templates)?.fillings['plats'];
  if (filled !== undefined) return filled;
  const addresses = isArea(audience) ? Object.values(audience.chosenBy ?? {}) : [];
  return addresses.find((address) => first.sms.toLowerCase().includes(address.toLowerCase()));
}
