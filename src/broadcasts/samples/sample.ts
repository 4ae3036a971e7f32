import type { PhoneKind } from '../../kernel/phone-number.js';
import type { BroadcastText } from '../broadcast.js';

/** A text or a call. */
export const sampleForms = ['text', 'call'] as const;
export type SampleForm = (typeof sampleForms)[number];

/** As what the phone is used: a mobile can be called too. */
export const phoneUsedAs: Readonly<Record<SampleForm, PhoneKind>> = { text: 'mobile', call: 'landline' };

/**
 * A line before the text, so that nobody takes it for the real one, also when it is shown or passed on. What follows is
 * exactly what phones get. All of its characters are in GSM-7, so it changes no encoding.
 */
const mark = 'PROV, bara till dig:';

export const sampleOf = ({ sms, voice }: BroadcastText): { sms: string; voice: string } => ({
  sms: `${mark}\n${sms}`,
  voice: `${mark} ${voice ?? sms}`,
});
