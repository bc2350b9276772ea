/** Type, the page's frame, the overview, and what is wrong. */
export const layout = `
*, *::before, *::after { box-sizing: border-box; }
[hidden] { display: none !important; }
html { scroll-padding-top: 1rem; -webkit-text-size-adjust: 100%; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 15px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", sans-serif; overflow-wrap: anywhere; }
code, pre, kbd { font-family: ui-monospace, "SF Mono", SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace; font-size: .87em; }
h1, h2, h3, h4, h5, p, ul, ol, dl, dd { margin: 0; }
h1 { font-size: 1.9rem; line-height: 1.2; letter-spacing: -.015em; text-wrap: balance; }
h2 { font-size: 1.35rem; line-height: 1.3; letter-spacing: -.01em; }
h3 { font-size: 1.08rem; }
h4 { font-size: .95rem; }
h5 { font-size: .85rem; color: var(--muted); }
a { color: var(--link); text-underline-offset: .15em; text-decoration-thickness: 1px; }
:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; border-radius: 3px; }
main:focus { outline: none; }
.muted { color: var(--muted); font-weight: 400; }
.numbers, .number, .run { font-variant-numeric: tabular-nums; }
.icon { width: 1em; height: 1em; flex: none; vertical-align: -.12em; color: var(--tone); fill: none; stroke: currentColor; stroke-width: 1.5; stroke-linecap: round; stroke-linejoin: round; }
.icon.failed, .icon.warning, .icon.cantTell { stroke-width: 1.6; }
.visually-hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.skip { position: absolute; left: -100vw; }
.skip:focus { left: 1rem; top: 1rem; padding: .5rem 1rem; background: var(--surface); z-index: 3; }
.js { display: none !important; }
.top, .columns, footer { max-width: 82rem; margin: 0 auto; padding: 0 1.75rem; }
.top { padding-top: 2.5rem; padding-bottom: 2rem; }
.kicker { color: var(--muted); font-size: .8rem; font-weight: 600; letter-spacing: .07em; text-transform: uppercase; margin-bottom: .4rem; }
.banner { margin-top: 1rem; padding: .6rem .9rem; border: 1px solid var(--warning); border-radius: 8px; background: var(--warning-ground); }
.run { display: flex; flex-wrap: wrap; gap: .35rem 2rem; margin-top: 1rem; font-size: .9rem; }
.run div { display: flex; gap: .5rem; }
.run dt { color: var(--muted); flex: none; }
.cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 22rem), 1fr)); gap: 1.1rem; margin-top: 1.6rem; }
.card { background: var(--surface); border: 1px solid var(--line); border-top: 3px solid var(--tone); border-radius: 10px; padding: 1.1rem 1.3rem 1.2rem; display: grid; gap: .6rem; align-content: start; }
.card h2 { font-size: 1.1rem; }
.card p { font-size: .92rem; }
.card p.verdict { display: flex; align-items: center; gap: .5rem; font-size: 1.3rem; font-weight: 650; line-height: 1.2; color: var(--tone); letter-spacing: -.01em; }
.bar { display: block; width: 100%; height: 7px; border-radius: 4px; background: var(--sunken); }
.bar rect { fill: var(--tone); }
.bar .untested, .bar .inapplicable { fill: var(--line); }
.counts { display: flex; flex-wrap: wrap; gap: .1rem 1.15rem; padding: 0; list-style: none; font-size: .9rem; }
.counts .number { font-weight: 650; color: var(--tone, inherit); }
.counts .none { color: var(--muted); }
.counts .none .number { font-weight: 400; color: inherit; }
.notes { padding-left: 1.1rem; font-size: .88rem; color: var(--muted); }
.control-finding { background: var(--cantTell-ground); border-radius: 8px; padding: .8rem 1rem; display: grid; gap: .4rem; }
.control-finding ol { padding-left: 1.3rem; font-size: .92rem; }
.columns { display: grid; grid-template-columns: 13.5rem minmax(0, 1fr); gap: 2.5rem; border-top: 1px solid var(--line); padding-top: 1.8rem; }
nav ul { list-style: none; padding: 0; display: grid; gap: 1rem; font-size: .9rem; position: sticky; top: 1.2rem; max-height: calc(100vh - 2.4rem); overflow-y: auto; }
nav .name { display: flex; gap: .45rem; align-items: baseline; font-weight: 600; }
nav .name .icon { transform: translateY(.1em); }
nav a { display: flex; justify-content: space-between; gap: .5rem; padding: .12rem 0; text-decoration: none; }
nav .target a { padding-left: 1.35rem; }
nav a:hover { text-decoration: underline; }
nav a .numbers { color: var(--muted); }
main { display: grid; gap: 3rem; min-width: 0; padding-bottom: 3rem; grid-template-columns: minmax(0, 1fr); }
main > section > h2 { margin-bottom: .8rem; }
main > section > h2 + .muted { margin-bottom: .4rem; max-width: 46rem; }
main h3 { margin: 1.6rem 0 .7rem; padding-bottom: .35rem; border-bottom: 1px solid var(--line); }
main h2 + section > h3, main h2 + h3 { margin-top: 0; }
main h4 { margin: 1.3rem 0 .5rem; }
.lead { margin-bottom: .6rem; }
.finding { background: var(--surface); border: 1px solid var(--line); border-left: 3px solid var(--tone); border-radius: 8px; padding: .9rem 1.1rem 1rem; margin-bottom: .8rem; break-inside: avoid; }
.finding h5 { display: flex; align-items: baseline; gap: .5rem; font-size: 1rem; color: var(--ink); line-height: 1.4; }
.finding h5 .icon { transform: translateY(.12em); }
.finding h5 span:not(.level) { flex: 1; }
.finding .id { margin: 0 0 .5rem 1.5rem; }
.finding dl, .finding .code { margin-left: 1.5rem; }
dl > div { display: grid; grid-template-columns: 8rem minmax(0, 1fr); gap: .15rem 1rem; padding: .22rem 0; }
.run > div { padding: 0; }
dl > div > dt { color: var(--muted); font-size: .88rem; padding-top: .06rem; }
cite { font-style: normal; color: var(--muted); font-size: .88rem; }
cite::before { content: "("; } cite::after { content: ")"; }
.reasons { margin-top: .8rem; }
.reasons > summary { cursor: pointer; font-weight: 600; }
.reasons > summary .icon { margin: 0 .4rem 0 .2rem; }
.reasons dl { padding: .5rem 0 .5rem 1.5rem; }
.reasons dl > div { grid-template-columns: minmax(0, 1fr); padding: .4rem 0; }
.reasons dt { color: var(--ink); }
.reasons ul { padding-left: 1.1rem; columns: 26rem; font-size: .92rem; }
footer { border-top: 1px solid var(--line); padding-top: 1rem; padding-bottom: 2rem; color: var(--muted); font-size: .88rem; }
`;
