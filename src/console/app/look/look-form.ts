import type { CheckedColours, Look } from '../api/answers.js';

const required = ['accent', 'accentText'] as const;
export const furtherFields = [
  'background',
  'panel',
  'text',
  'softText',
  'line',
  'border',
  'highlight',
  'highlightText',
  'action',
  'actionText',
  'link',
  'focus',
] as const;
export const allFields = [...required, ...furtherFields] as const;
export type ColourField = (typeof allFields)[number];

export const modes = ['light', 'dark'] as const;
export type Mode = (typeof modes)[number];
export type ImageName = keyof Look['kept']['logos'];
export type FooterLink = Look['kept']['footer'][number];
/** What was typed: a field that is left out is empty. */
export type TypedColours = Readonly<Record<Mode, Readonly<Partial<Record<ColourField, string>>>>>;

export interface LookForm {
  readonly name: string;
  readonly colours: TypedColours;
  readonly footer: readonly FooterLink[];
  readonly logoHasName: boolean;
  /** `data:` addresses. */
  readonly logos: Readonly<Partial<Record<ImageName, string>>>;
}

export const formOf = ({ name = '', colours, footer, logoHasName, logos }: Look['kept']): LookForm => ({
  name,
  colours: { light: colours?.light ?? {}, dark: colours?.dark ?? {} },
  footer,
  logoHasName,
  logos,
});

export const isColour = (text: string): boolean => /^#[0-9a-f]{6}$/i.test(text.trim());

type Given = Partial<Record<ColourField, string>>;

const givenOf = (typed: TypedColours[Mode]): Given =>
  Object.fromEntries(
    Object.entries(typed)
      .map(([field, text]) => [field, text.trim().toLowerCase()] as const)
      .filter(([, text]) => text !== ''),
  );

export type ColoursFault = 'not-a-colour' | 'both-needed';

/** The colours to send; undefined if none is typed, or what is wrong. */
export function coloursOf(typed: TypedColours): Record<Mode, Given> | undefined | ColoursFault {
  const [light, dark] = [givenOf(typed.light), givenOf(typed.dark)];
  const all = [...Object.values(light), ...Object.values(dark)];
  if (all.length === 0) return undefined;
  if (!all.every(isColour)) return 'not-a-colour';
  return light.accent && light.accentText ? { light, dark } : 'both-needed';
}

export const isLink = ({ text, url }: FooterLink): boolean =>
  text.sv.trim() !== '' && text.en.trim() !== '' && /^https?:\/\/\S+$/.test(url) && URL.canParse(url);

const afterComma = (address: string): string => address.slice(address.indexOf(',') + 1);

/** Only the images that were changed. */
export function bodyOf(form: LookForm, look: Look) {
  const names: readonly ImageName[] = ['light', 'dark', 'print'];
  const changed = names.filter((name) => form.logos[name] !== look.kept.logos[name]);
  const imageOf = (name: ImageName): string | null => {
    const image = form.logos[name];
    return image === undefined ? null : afterComma(image);
  };
  const { name, footer, logoHasName } = form;
  return {
    version: look.version,
    name: name.trim() === '' ? undefined : name,
    colours: coloursOf(form.colours),
    footer,
    logoHasName,
    logos: Object.fromEntries(changed.map((each) => [each, imageOf(each)])),
  };
}

export const faultOf = (checked: CheckedColours | undefined, mode: Mode, field: ColourField) =>
  checked?.faults.find((fault) => fault.mode === mode && fault.field === field);
