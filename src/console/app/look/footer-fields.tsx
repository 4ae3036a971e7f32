import { useSpeech } from '../language/language.js';
import { Field } from '../shell/field.js';
import { isLink, type FooterLink } from './look-form.js';
import { words } from './look.words.js';

/** As the API has it. */
const mostLinks = 8;

interface FooterFieldsProps {
  links: readonly FooterLink[];
  /** Whether somebody has tried to save, so that what is wrong is said. */
  tried: boolean;
  change: (links: readonly FooterLink[]) => void;
}

/** The links in the footer of every page, after ours. */
export function FooterFields({ links, tried, change }: FooterFieldsProps) {
  const { say } = useSpeech();
  const set = (at: number, patch: Partial<FooterLink>) =>
    change(links.map((link, i) => (i === at ? { ...link, ...patch } : link)));
  return (
    <fieldset>
      <legend>{say(words.footer)}</legend>
      {links.map((link, at) => (
        // A link has no id: its place is what it is known by.
        <div class="card" role="group" aria-label={say(words.link, { n: at + 1 })} key={at}>
          <Field
            label={say(words.linkSv)}
            value={link.text.sv}
            maxLength={60}
            fault={tried && !isLink(link) ? say(words.linkFault) : undefined}
            onInput={(sv) => set(at, { text: { ...link.text, sv } })}
          />
          <Field
            label={say(words.linkEn)}
            value={link.text.en}
            maxLength={60}
            onInput={(en) => set(at, { text: { ...link.text, en } })}
          />
          <Field
            label={say(words.linkUrl)}
            value={link.url}
            maxLength={1000}
            onInput={(url) => set(at, { url })}
          />
          <button
            type="button"
            class="button button-plain"
            onClick={() => change(links.filter((_, i) => i !== at))}
          >
            {say(words.removeLink, { n: at + 1 })}
          </button>
        </div>
      ))}
      {links.length < mostLinks && (
        <button
          type="button"
          class="button button-quiet"
          onClick={() => change([...links, { text: { sv: '', en: '' }, url: 'https://' }])}
        >
          {say(words.addLink)}
        </button>
      )}
    </fieldset>
  );
}
