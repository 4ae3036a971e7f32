import type { InterfaceLanguage } from '../../kernel/language.js';

/** A page of running text: sections with a heading, paragraphs and lists. Links are written `[words](address)`. */
export interface Article {
  /** May hold soft hyphens, for narrow screens. */
  readonly title: string;
  readonly lead: string;
  readonly sections: readonly {
    readonly heading: string;
    readonly paragraphs: readonly string[];
    readonly list?: readonly string[];
  }[];
}

/** What an article says of the municipality it is for. */
export interface ArticleFacts {
  readonly municipality: string;
  /** Days for which is kept who got which text. */
  readonly retentionDays: number;
}

export type ArticleWords = Record<InterfaceLanguage, (facts: ArticleFacts) => Article>;
