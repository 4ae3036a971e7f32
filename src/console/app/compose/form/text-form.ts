/** What a broadcast says in one language, as it is written. */
export interface TextForm {
  readonly language: string;
  readonly sms: string;
  /** What a call says, if it differs from the SMS. */
  readonly voice?: string;
  /** The title of its page; the beginning of the text if left out. */
  readonly headline?: string | undefined;
  /** The longer text of its page. Its fields are folded away while both are left out. */
  readonly web?: string | undefined;
}
