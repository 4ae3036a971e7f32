import type { InterfaceLanguage } from '../../kernel/language.js';

/** A page of running text: sections with a heading, paragraphs and lists. Links are written `[words](address)`. */
export interface Article {
  /** May contain soft hyphens, for narrow screens. */
  readonly title: string;
  readonly lead: string;
  readonly sections: readonly {
    readonly heading: string;
    readonly paragraphs: readonly string[];
    readonly list?: readonly string[];
  }[];
}

/** Facts about the municipality that an article mentions. */
export interface ArticleFacts {
  readonly municipality: string;
  /** The number of days for which delivery records are kept. */
  readonly retentionDays: number;
}

export type ArticleWords = Record<InterfaceLanguage, (facts: ArticleFacts) => Article>;
