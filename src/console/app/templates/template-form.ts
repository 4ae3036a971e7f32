import type { TemplateContentBody, Template } from '../api/answers.js';

export type FormText = Readonly<Record<'language' | 'sms' | 'voice' | 'headline' | 'web', string>>;

export interface FormPlaceholder {
  readonly name: string;
  readonly kind: Template['placeholders'][number]['kind'];
  readonly label: Readonly<Record<'sv' | 'en', string>>;
  readonly example: Readonly<Record<'sv' | 'en', string>>;
}

/** A template as it is written. An empty text means none. */
export interface TemplateForm {
  readonly name: Readonly<Record<'sv' | 'en', string>>;
  readonly event: TemplateContentBody['event'];
  readonly lane: TemplateContentBody['lane'];
  readonly relation: TemplateContentBody['relation'];
  readonly of: string | undefined;
  readonly exercise: boolean;
  readonly placeholders: readonly FormPlaceholder[];
  readonly texts: readonly FormText[];
}

const emptyWords = { sv: '', en: '' };
export const emptyText = (language: string): FormText => ({
  language,
  sms: '',
  voice: '',
  headline: '',
  web: '',
});
export const emptyPlaceholder: FormPlaceholder = {
  name: '',
  kind: 'free',
  label: emptyWords,
  example: emptyWords,
};

/** Time and place are part of every message: a vague text helps nobody. */
export const emptyForm: TemplateForm = {
  name: emptyWords,
  event: undefined,
  lane: 'routine',
  relation: undefined,
  of: undefined,
  exercise: false,
  placeholders: [
    { ...emptyPlaceholder, name: 'plats', kind: 'place', label: { sv: 'Plats', en: 'Place' } },
    { ...emptyPlaceholder, name: 'från', kind: 'time', label: { sv: 'Från när', en: 'From when' } },
  ],
  texts: [{ ...emptyText('sv'), sms: ' Gäller: [plats]. Från: [från]. {kommun}' }],
};

export const formOf = (template: Template): TemplateForm => ({
  name: template.name,
  event: template.event,
  lane: template.lane,
  relation: template.relation,
  of: template.of,
  exercise: template.exercise,
  placeholders: template.placeholders.map(({ example = emptyWords, ...placeholder }) => ({
    ...placeholder,
    example,
  })),
  texts: template.texts.map(({ language, sms, voice = '', headline = '', web = '' }) => ({
    ...{ language, sms, voice },
    ...{ headline, web },
  })),
});

export const bodyOf = (form: TemplateForm): TemplateContentBody => ({
  name: form.name,
  exercise: form.exercise,
  ...(form.event ? { event: form.event } : {}),
  ...(form.lane ? { lane: form.lane } : {}),
  ...(form.relation ? { relation: form.relation } : {}),
  ...(form.relation && form.of ? { of: form.of } : {}),
  placeholders: form.placeholders.map(({ name, kind, label, example }) => ({
    name: name.trim().replace(/^\[|\]$/g, ''),
    kind,
    label,
    ...(example.sv.trim() || example.en.trim()
      ? { example: { sv: example.sv || example.en, en: example.en || example.sv } }
      : {}),
  })),
  texts: form.texts.map(({ language, sms, voice, headline, web }) => ({
    language,
    sms,
    ...(voice.trim() ? { voice } : {}),
    ...(headline.trim() ? { headline } : {}),
    ...(web.trim() ? { web } : {}),
  })),
});

/** Whether saving would change something. */
export const isChanged = (form: TemplateForm, template: Template): boolean =>
  JSON.stringify(bodyOf(form)) !== JSON.stringify(bodyOf(formOf(template)));

export const withText = (form: TemplateForm, text: FormText): TemplateForm => ({
  ...form,
  texts: form.texts.map((each) => (each.language === text.language ? text : each)),
});
