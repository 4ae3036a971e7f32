import type { TemplateText } from '../template.js';

/** The texts of one language, by the template's slug. */
export type ShippedTexts = Readonly<Record<string, Omit<TemplateText, 'language'>>>;
