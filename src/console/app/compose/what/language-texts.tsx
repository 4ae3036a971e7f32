import type { TextMarks } from '../../../../messages/marked-text.js';
import type { Reviewed } from '../checklist/use-review.js';
import { spokenInstead } from '../../call/spoken-instead.js';
import { useSession } from '../../session/session.js';
import { isTranslatedHere } from '../form/chosen-template.js';
import type { Change } from '../form/form-change.js';
import type { ComposeForm } from '../form/form.js';
import { smsField, voiceField, type FormFault } from '../form/form-faults.js';
import { writeByHand } from '../form/template-texts.js';
import { PageText } from './page-text.js';
import { TemplateGaps } from './template-gaps.js';
import { TextEditor } from './text-editor.js';

interface LanguageTextsProps {
  form: ComposeForm;
  change: Change;
  marks: TextMarks;
  municipality: string;
  faultOf: (field: string) => FormFault | undefined;
  reviewed: readonly Reviewed[];
  /** Whether there may be a page, and whether there is nothing else. */
  page?: { readonly isPossible: boolean; readonly isAlone: boolean };
}

const noPage = { isPossible: false, isAlone: false };

/** The texts. With several languages the first is on the left and stays in view while the others are translated. */
export function LanguageTexts(props: LanguageTextsProps) {
  const { form, change, marks, municipality, faultOf, reviewed, page = noPage } = props;
  const { settings } = useSession();
  const { filled: template, texts } = form;
  const editors = texts.map((text, position) => {
    const isHere = template && position > 0 && isTranslatedHere(template, text.language);
    return (
      <div key={text.language}>
        {position > 0 && (
          <TemplateGaps form={form} language={text.language} change={change} municipality={municipality} />
        )}
        <TextEditor
          id={smsField(position)}
          text={text}
          alone={texts.length === 1}
          marks={marks}
          fault={faultOf(smsField(position))}
          voiceFault={faultOf(voiceField(position))}
          spokenInstead={spokenInstead(texts, text.language, settings?.voices ?? [])}
          webOnly={page.isAlone}
          page={
            page.isPossible && (
              <PageText
                id={smsField(position)}
                text={text}
                alone={texts.length === 1}
                required={page.isAlone}
                faultOf={faultOf}
                onWrite={(parts) => change((now) => writeByHand(now, position, parts, municipality))}
              />
            )
          }
          reviewed={reviewed.find(({ language }) => language === text.language)}
          {...(isHere ? { translation: { template, first: texts[0]!.language } } : {})}
          {...(position > 0
            ? {
                readers: {
                  name: form.readBy?.[text.language] ?? '',
                  onName: (name: string) =>
                    change((now) => ({ readBy: { ...now.readBy, [text.language]: name } })),
                },
              }
            : {})}
          onWrite={(sms) => change((now) => writeByHand(now, position, { sms }, municipality))}
          onVoice={(voice) => change((now) => writeByHand(now, position, { voice }, municipality))}
          onRemove={
            position === 0
              ? undefined
              : () => change((now) => ({ texts: now.texts.filter((_, at) => at !== position) }))
          }
        />
      </div>
    );
  });
  if (texts.length === 1) return <>{editors}</>;
  const [first, ...others] = editors;
  return (
    <div class="languages">
      <div class="languages-first">{first}</div>
      <div>{others}</div>
    </div>
  );
}
