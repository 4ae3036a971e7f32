import { concerning } from './concerns.js';
import { element } from './dom.js';
import { readFeed, type Feed, type Incident } from './feed.js';
import { mapOf } from './map.js';
import { styledShadow } from './style.js';
import { pageIn, words, type Language } from './words.js';

/** Milliseconds between two looks. */
const interval = 20_000;
/** Seconds after which the time of what is shown is told. */
const tellsAge = 60;

/**
 * What the municipality publishes now: `<budkavle-alerts view="banner|list|map" area="…" near="lat,lon" lang="sv|en">`.
 * Its own content, a link, is what readers without script have.
 *
 * @param server the origin that serves this file
 */
export const alertsElement = (server: string) =>
  class extends HTMLElement {
    static readonly observedAttributes = ['view', 'area', 'near', 'lang'];
    private readonly shadow = styledShadow(this);
    private readonly live = element('div', { role: 'status' });
    private timer: ReturnType<typeof setTimeout> | undefined;
    private shown: string | undefined;
    private last: { feed: Feed; at: number } | undefined;
    private hasFailed = false;

    connectedCallback(): void {
      this.shadow.replaceChildren(this.live, element('slot', {}));
      document.addEventListener('visibilitychange', this.look);
      this.look();
    }

    disconnectedCallback(): void {
      document.removeEventListener('visibilitychange', this.look);
      clearTimeout(this.timer);
    }

    attributeChangedCallback(): void {
      this.draw();
    }

    /** Also when the page is seen again; not while nobody sees it. */
    private readonly look = (): void => {
      clearTimeout(this.timer);
      if (document.hidden) return;
      void readFeed(server)
        .then((feed) => {
          this.last = { feed, at: Date.now() };
          this.hasFailed = false;
        })
        .catch(() => (this.hasFailed = true))
        .finally(() => {
          this.draw();
          if (this.isConnected) this.timer = setTimeout(this.look, interval);
        });
    };

    private get language(): Language {
      const said = this.closest('[lang]')?.getAttribute('lang') ?? 'sv';
      return said.startsWith('en') ? 'en' : 'sv';
    }

    /** Changes nothing if nothing changed: a screen reader would say it again. */
    private draw(): void {
      const content = this.content();
      const html = content.map((node) => node.outerHTML).join('');
      if (!this.isConnected || html === this.shown) return;
      this.shadow.querySelector('slot')?.remove();
      this.shown = html;
      this.live.replaceChildren(...content);
    }

    private content(): Element[] {
      const say = words[this.language];
      if (!this.last) return this.hasFailed ? [element('p', {}, say.failed), this.link()] : [];
      const { feed, at } = this.last;
      const age = feed.age + (this.hasFailed ? (Date.now() - at) / 1000 : 0);
      const place = {
        area: this.getAttribute('area') ?? undefined,
        near: this.getAttribute('near') ?? undefined,
      };
      const current = concerning(
        feed.incidents.filter(({ properties }) => properties.over === null),
        place,
      );
      const time = new Date(at - feed.age * 1000).toLocaleTimeString(this.language, {
        hour: '2-digit',
        minute: '2-digit',
      });
      const told = [
        ...(this.hasFailed ? [element('p', {}, say.failed)] : []),
        ...(age > tellsAge ? [element('p', {}, say.asOf(time))] : []),
      ];
      const view = this.getAttribute('view') ?? 'banner';
      if (current.length === 0) {
        // Silence is no answer: only what was just confirmed is said to be nothing.
        if (told.length > 0) return [...told, this.link()];
        return view === 'banner' ? [] : [element('p', {}, say.none), this.link()];
      }
      const map = view === 'map' ? mapOf(current, say.map) : undefined;
      const lines = current.map((incident) => element('li', {}, ...this.line(incident)));
      return [
        element('h2', {}, say.title),
        ...told,
        ...(map ? [map] : []),
        element('ul', {}, ...lines),
        this.link(),
      ];
    }

    private line({ properties }: Incident): HTMLElement[] {
      const { id, texts, area, streets, updated } = properties;
      const text = texts.find(({ language }) => language === this.language) ?? texts[0]!;
      const where = [area, ...streets].filter(Boolean).join(', ');
      const time = new Date(updated).toLocaleString(this.language, {
        dateStyle: 'medium',
        timeStyle: 'short',
      });
      const href = pageIn(this.language, server, id);
      return [
        element('a', { href, lang: text.language, dir: 'auto' }, text.headline),
        element('small', { lang: 'sv' }, where),
        element('small', {}, words[this.language].since(time)),
      ];
    }

    private link(): HTMLElement {
      const href = pageIn(this.language, server);
      return element('p', {}, element('a', { href }, words[this.language].all));
    }
  };
