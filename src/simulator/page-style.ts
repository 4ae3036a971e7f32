/** The style sheet of the simulator's pages: simple, mobile first, and different from the municipality's own pages. */
export const pageStyle = `
:root { --ink: #1d2330; --soft: #565e70; --paper: #f1efe9; --card: #ffffff; --line: #8a8fa0; --accent: #3b3a78;
  --mine: #dcdcf4; --call: #f8e9cf; --wrong: #9b1c1c; color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink);
  font: 1.0625rem/1.5 system-ui, 'Segoe UI', Roboto, 'Noto Sans', sans-serif; }
.skip { position: absolute; left: -99rem; }
.skip:focus { left: 0.5rem; top: 0.5rem; background: var(--card); padding: 0.5rem 0.75rem; z-index: 1; }
a { color: var(--accent); text-underline-offset: 0.15em; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 0.25rem; }
header { background: var(--ink); color: #fff; }
header .inner, main, footer .inner { max-width: 46rem; margin: 0 auto; padding: 0.75rem 1rem; }
header .inner { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; align-items: baseline; }
header a { color: #fff; }
header a[aria-current] { text-decoration-thickness: 3px; }
header :focus-visible { outline-color: #fff; }
header .name { font-weight: 700; text-decoration: none; margin-right: auto; }
header a { display: inline-block; padding: 0.25rem 0; }
footer { color: var(--soft); font-size: 0.9375rem; }
h1 { font-size: 1.625rem; line-height: 1.2; margin: 1rem 0 0.5rem; overflow-wrap: anywhere; }
h2 { font-size: 1.1875rem; margin: 1.5rem 0 0.5rem; }
p { margin: 0.5rem 0; max-width: 38rem; }
code { font-size: 0.9375em; }
code, time, .number { white-space: nowrap; }
.go { display: inline-block; font-weight: 600; background: var(--accent); color: #fff; text-decoration: none;
  border-radius: 0.375rem; padding: 0.5rem 1rem; margin: 0.5rem 0; }
.go:hover { background: #2a2960; }
label { display: block; font-weight: 600; margin-bottom: 0.25rem; }
.hint { color: var(--soft); font-size: 0.9375rem; margin: 0 0 0.25rem; }
input, textarea, select { font: inherit; color: inherit; width: 100%; background: var(--card);
  border: 1px solid var(--line); border-radius: 0.375rem; padding: 0.5rem 0.625rem; min-height: 2.75rem; }
textarea { min-height: 5rem; resize: vertical; display: block; }
button { font: inherit; font-weight: 600; color: #fff; background: var(--accent); border: 2px solid var(--accent);
  border-radius: 0.375rem; padding: 0.375rem 1rem; min-height: 2.75rem; cursor: pointer; }
button:hover { background: #2a2960; }
button.quiet { color: var(--accent); background: transparent; }
button.quiet:hover { background: #fff; }
.people { list-style: none; padding: 0; }
.people li { margin: 0.75rem 0; }
.people .hint { margin-top: 0.25rem; }
.search { display: flex; gap: 0.5rem; align-items: end; flex-wrap: wrap; margin: 1rem 0; }
.search > div { flex: 1 1 14rem; }
.bar { display: flex; justify-content: space-between; gap: 1rem; flex-wrap: wrap; align-items: baseline; }
.bar p { color: var(--soft); }
.phones { list-style: none; margin: 0; padding: 0; }
.phones li { background: var(--card); border: 1px solid #d5d2c8; border-radius: 0.5rem; margin: 0 0 0.5rem;
  padding: 0.625rem 0.875rem; position: relative; }
.phones a { font-weight: 700; font-variant-numeric: tabular-nums; }
.phones a::after { content: ''; position: absolute; inset: 0; border-radius: 0.5rem; }
.phones li:hover { border-color: var(--accent); }
.phones .last { margin: 0.125rem 0 0; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; max-width: none; }
.phones .when { color: var(--soft); font-size: 0.9375rem; margin: 0; }
.phone { background: var(--card); border: 1px solid #d5d2c8; border-radius: 1.25rem; max-width: 30rem; margin: 1rem auto 0;
  padding: 0.75rem; }
.thread { list-style: none; margin: 0; padding: 0; display: flex; flex-direction: column; gap: 0.75rem; }
.thread li { max-width: 90%; align-self: flex-start; display: flex; flex-direction: column; align-items: flex-start; }
.thread li.mine { align-self: flex-end; align-items: flex-end; }
.thread .meta { color: var(--soft); font-size: 0.875rem; margin: 0 0.25rem 0.125rem; }
.thread .mine .meta { text-align: right; }
.thread .text { margin: 0; background: #eceef3; border-radius: 0.25rem 1rem 1rem 1rem; padding: 0.5rem 0.875rem;
  white-space: pre-wrap; overflow-wrap: anywhere; }
.thread .mine .text { background: var(--mine); border-radius: 1rem 0.25rem 1rem 1rem; }
.thread .call .text { background: var(--call); }
.keys { display: flex; flex-wrap: wrap; gap: 0.5rem; margin-top: 0.375rem; }
.empty { color: var(--soft); text-align: center; padding: 1.5rem 0.5rem; margin: 0 auto; }
.note { border-top: 1px solid #d5d2c8; margin-top: 1rem; padding-top: 0.75rem; }
.answer { border-top: 1px solid #d5d2c8; margin-top: 1rem; padding-top: 0.75rem; display: grid; gap: 0.625rem; }
.answer button { justify-self: end; }
.post { max-width: none; }
.post .meta { color: var(--soft); font-size: 0.9375rem; }
.post .text { white-space: pre-wrap; overflow-wrap: anywhere; max-width: none; }
.replies { list-style: none; margin: 0; padding: 0 0 0 0.75rem; border-left: 3px solid #d5d2c8; }
.wrong { color: var(--wrong); font-weight: 600; }
textarea[aria-invalid] { border: 2px solid var(--wrong); }
`;
