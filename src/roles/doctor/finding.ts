/** One thing the doctor looked at. */
export type Finding =
  | { readonly kind: 'well'; readonly what: string }
  /** It works, and could be better. */
  | { readonly kind: 'advice'; readonly what: string; readonly mend: string }
  | { readonly kind: 'ill'; readonly what: string; readonly mend: string };

export const well = (what: string): Finding => ({ kind: 'well', what });
export const advice = (what: string, mend: string): Finding => ({ kind: 'advice', what, mend });
export const ill = (what: string, mend: string): Finding => ({ kind: 'ill', what, mend });
