import { element } from './dom.js';
import { styledShadow } from './style.js';
import { paths, words, type Language } from './words.js';

interface Topic {
  readonly id: string;
  readonly name: Readonly<Record<Language, string>>;
  readonly description: Readonly<Record<Language, string>>;
}

/**
 * The topics to choose from: `<budkavle-topics lang="sv|en">`. The number and the code are asked for on our own page,
 * where a browser keeps the visit apart from other sites.
 *
 * @param server the origin that serves this file
 */
export const topicsElement = (server: string) =>
  class extends HTMLElement {
    private readonly shadow = styledShadow(this);

    connectedCallback(): void {
      this.shadow.replaceChildren(element('slot', {}));
      void fetch(`${server}/feeds/topics.json`, { credentials: 'omit' })
        .then((answer) => (answer.ok ? (answer.json() as Promise<Topic[]>) : Promise.reject(new Error())))
        .then((topics) => this.shadow.replaceChildren(this.form(topics)))
        .catch(() => this.shadow.replaceChildren(this.without(this.say.topicsFailed)));
    }

    private get language(): Language {
      const said = this.closest('[lang]')?.getAttribute('lang') ?? 'sv';
      return said.startsWith('en') ? 'en' : 'sv';
    }

    private get say() {
      return words[this.language];
    }

    private without(reason: string): HTMLElement {
      const href = `${server}${paths[this.language].topics}`;
      return element('p', {}, `${reason} `, element('a', { href }, this.say.topicsPage));
    }

    private form(topics: readonly Topic[]): HTMLElement {
      if (topics.length === 0) return this.without(this.say.noTopics);
      const options = topics.map(({ id, name, description }) =>
        element(
          'label',
          {},
          element('input', { type: 'checkbox', name: 'topics', value: id }),
          element('span', {}, name[this.language], element('small', {}, description[this.language])),
        ),
      );
      const form = element(
        'form',
        { action: `${server}${paths[this.language].topics}`, method: 'get' },
        element('fieldset', {}, element('legend', {}, this.say.topics), ...options),
        element('button', {}, this.say.go),
      ) as HTMLFormElement;
      // By its address: a page may forbid forms to lead elsewhere.
      form.addEventListener('submit', (event) => {
        event.preventDefault();
        const chosen = new URLSearchParams(new FormData(form) as unknown as Record<string, string>);
        location.assign(`${form.action}?${chosen}`);
      });
      return form;
    }
  };
