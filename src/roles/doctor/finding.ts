/** The result of one check of the doctor. */
export type Finding =
  | { readonly kind: 'ok'; readonly what: string }
  /** It works, but could be better. */
  | { readonly kind: 'advice'; readonly what: string; readonly fix: string }
  | { readonly kind: 'problem'; readonly what: string; readonly fix: string };

export const ok = (what: string): Finding => ({ kind: 'ok', what });
export const advice = (what: string, fix: string): Finding => ({ kind: 'advice', what, fix });
export const problem = (what: string, fix: string): Finding => ({ kind: 'problem', what, fix });
