import { AsReceived } from '../../contents/as-received.js';
import { useSpeech } from '../../language/language.js';
import { useSession } from '../../session/session.js';
import type { Change } from '../form/form-change.js';
import type { FormFault } from '../form/form-faults.js';
import { ownTextField } from '../form/form-faults.js';
import { marksOf, type ComposeForm } from '../form/form.js';
import { textCost } from '../form/text-cost.js';
import { TemplateGaps } from '../what/template-gaps.js';
import { words } from './follow-up.words.js';

interface OwnTextProps {
  form: ComposeForm;
  change: Change;
  faults: readonly FormFault[];
  municipality: string;
}

/** The text of an extension: the alert's, with a place and a time of its own. */
export function OwnText({ form, change, faults, municipality }: OwnTextProps) {
  const { say } = useSpeech();
  const { settings } = useSession();
  const marks = marksOf(form, municipality, settings?.publicUrl);
  const texts = form.texts.map(({ language, sms, voice }) => {
    const { text, ...cost } = textCost(sms, { language, ...marks });
    return { language, sms: text, ...cost, ...(voice === undefined ? {} : { voice }) };
  });
  const fault = faults.find(({ field }) => field === ownTextField);
  return (
    <>
      <p class="note">
        <strong>{say(words.ownPlace)}.</strong> {say(words.ownPlaceHow)}
      </p>
      {form.texts.map(({ language }) => (
        <TemplateGaps
          key={language}
          form={form}
          language={language}
          change={change}
          municipality={municipality}
        />
      ))}
      <div id={ownTextField} tabIndex={-1}>
        {fault && <p class="fault">{say(fault.wording, fault.values)}</p>}
        <AsReceived broadcast={{ kind: 'alert', texts }} heading="h3" />
      </div>
    </>
  );
}
