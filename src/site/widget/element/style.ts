// A constructed stylesheet: a page that forbids inline styles allows it. The host page sets colours by the variables.
// The server writes the municipality's colours in place of the comment (../widget-look.ts).
const css = `
:host { --_link: var(--budkavle-accent, var(--_l, #00538a)); }
/*look*/
:host { display: block; font: var(--budkavle-font, inherit); color: var(--budkavle-text, inherit); }
:host([hidden]) { display: none; }
h2 { font-size: 1.125em; margin: 0 0 .5em; }
ul { list-style: none; margin: 0; padding: 0; }
li, .one { background: var(--budkavle-background, var(--_s, #fff4e5)); color: var(--budkavle-text, var(--_i, #1b1b1b));
  border: 1px solid var(--budkavle-border, var(--_a, #8a5a00)); border-inline-start-width: .4em; padding: .6em .8em; margin: 0 0 .5em; }
p { margin: 0 0 .5em; }
a { color: var(--_link); font-weight: 600; overflow-wrap: anywhere; }
a:focus-visible, button:focus-visible, input:focus-visible { outline: 3px solid currentColor; outline-offset: 2px; }
small { display: block; font-size: .875em; }
svg { display: block; width: 100%; height: auto; max-height: 24em; background: var(--budkavle-map, var(--_s, #eef1f4)); margin: 0 0 .5em; }
path { fill: var(--_link); fill-opacity: .35; stroke: var(--_link); vector-effect: non-scaling-stroke; stroke-width: 2; }
fieldset { border: 0; margin: 0; padding: 0; }
legend { font-weight: 600; margin: 0 0 .5em; padding: 0; }
label { display: flex; gap: .6em; padding: .5em 0; min-height: 1.5em; }
input { inline-size: 1.4em; block-size: 1.4em; flex: none; accent-color: var(--_link); }
button { font: inherit; font-weight: 600; padding: .7em 1.2em; border: 0; cursor: pointer;
  background: var(--budkavle-accent, var(--_a, #00538a)); color: var(--budkavle-accent-text, var(--_o, #fff)); }
`;

/** Opens the shadow of an element, with the widget's style. */
export function styledShadow(host: HTMLElement): ShadowRoot {
  const shadow = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  shadow.adoptedStyleSheets = [sheet];
  return shadow;
}
