export const views = ['banner', 'list', 'map', 'topics'] as const;
export type View = (typeof views)[number];

export interface Embedding {
  readonly view: View;
  readonly language: 'sv' | 'en';
  /** The name of a residential area; everything if it is empty. */
  readonly area: string;
}

const links = {
  sv: { news: ['/aktuellt', 'Aktuellt från kommunen'], topics: ['/amnen', 'Välj SMS-tjänster'] },
  en: {
    news: ['/en/news', 'Current messages from the municipality'],
    topics: ['/en/topics', 'Choose topics'],
  },
} as const;

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]!);

/**
 * What to paste into a page of another website. The link inside is what readers without script have.
 *
 * @param server the origin of this installation
 */
export function snippetOf({ view, language, area }: Embedding, server: string): string {
  const isTopics = view === 'topics';
  const name = isTopics ? 'budkavle-topics' : 'budkavle-alerts';
  const [path, text] = links[language][isTopics ? 'topics' : 'news'];
  const wanted = area.trim();
  const attributes = [
    `lang="${language}"`,
    ...(isTopics ? [] : [`view="${view}"`]),
    ...(isTopics || wanted === '' ? [] : [`area="${escaped(wanted)}"`]),
  ];
  return [
    `<script src="${server}/widget.js" defer></script>`,
    `<${name} ${attributes.join(' ')}><a href="${server}${path}">${text}</a></${name}>`,
  ].join('\n');
}
