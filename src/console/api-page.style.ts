/** Inline, so that the page needs no other file. The colours are those of the console and the public pages. */
export const apiPageStyle = `
:root { color-scheme: light dark; --paper: #fff; --snow: #eff4f3; --ink: #14262c; --ink-soft: #475a61; --line: #cdd8d8;
  --fjord: #0d3b43; --action: #0b5e63; --write: #8a3a12; --focus: #14262c; }
@media (prefers-color-scheme: dark) { :root { --paper: #152529; --snow: #0e191c; --ink: #e8f0ef; --ink-soft: #a8bbbe;
  --line: #2b4046; --fjord: #0b2f36; --action: #7ccfc9; --write: #ffb48f; --focus: #0e191c; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--snow); color: var(--ink); overflow-wrap: anywhere;
  font: 1.0625rem/1.5 'Segoe UI', -apple-system, Roboto, 'Noto Sans', 'Liberation Sans', sans-serif; }
header, main { max-width: 60rem; margin-inline: auto; padding: .75rem 1rem; }
header { display: flex; justify-content: space-between; align-items: center; max-width: none; background: var(--fjord);
  color: #fff; border-bottom: 4px solid #f6c85a; padding-inline: max(1rem, calc(50% - 29rem)); }
header p { margin: 0; } header a { color: inherit; padding: .5rem 0; }
main { padding-block: 1.5rem 4rem; } main:focus { outline: none; box-shadow: none; }
h1 { line-height: 1.2; margin: 0 0 1rem; } h2 { margin: 2.5rem 0 .75rem; } h3 { margin: 1.25rem 0 .25rem; font-size: 1rem; }
p { max-width: 42rem; } a { color: var(--action); text-underline-offset: .2em; }
.skip { position: absolute; left: .5rem; top: -5rem; padding: .75rem 1rem; background: #f6c85a; color: #1d2410; }
.skip:focus { top: .5rem; }
.contents { display: flex; flex-wrap: wrap; gap: 0 1.25rem; padding: 0; list-style: none; }
.contents a { display: inline-block; padding: .5rem 0; }
details { margin-bottom: .5rem; background: var(--paper); border: 1px solid var(--line); border-radius: .5rem; }
summary { padding: .75rem 1rem; cursor: pointer; }
details[open] { padding-bottom: .5rem; } details > :not(summary) { margin-inline: 1rem; }
code { font-family: ui-monospace, 'SF Mono', 'Cascadia Mono', 'Liberation Mono', monospace; font-size: .95em; }
.method { display: inline-block; min-width: 4.5rem; font-weight: 700; color: var(--write); }
.method-get { color: var(--action); }
.about { display: block; color: var(--ink-soft); }
.type { color: var(--ink-soft); }
dl { margin-block: .25rem 1rem; } dl div { padding: .4rem 0; border-top: 1px solid var(--line); }
dt { font-weight: 600; } dd { margin: 0; }
@media (min-width: 40rem) { dl div { display: grid; grid-template-columns: minmax(12rem, 2fr) 3fr; gap: 1rem; } }
:focus-visible { outline: 3px solid var(--focus); box-shadow: 0 0 0 6px #f6c85a; border-radius: 2px; }
`;
