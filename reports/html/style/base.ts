/** Type, controls, tables, and the page's frame. */
export const base = `
*, *::before, *::after { box-sizing: border-box; }
[hidden] { display: none !important; }
html { scroll-padding-top: 1rem; -webkit-text-size-adjust: 100%; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 15px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", sans-serif; overflow-wrap: anywhere; }
code, pre, kbd { font-family: ui-monospace, "SF Mono", SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace; font-size: .87em; }
h1, h2, h3, h4, h5, h6, p, ul, ol, dl, dd, figure { margin: 0; }
h1 { font-size: 1rem; font-weight: 650; }
.headline { font-size: 1.9rem; line-height: 1.2; letter-spacing: -.015em; text-wrap: balance; }
h2 { font-size: 1.35rem; line-height: 1.3; letter-spacing: -.01em; }
h3 { font-size: 1.08rem; }
h4 { font-size: .95rem; }
h5, h6, .label { font-size: .85rem; color: var(--muted); }
h6 { color: var(--ink); }
a { color: var(--link); text-underline-offset: .15em; text-decoration-thickness: 1px; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; border-radius: 3px; }
main:focus, h2:focus { outline: none; }
.muted { color: var(--muted); font-weight: 400; }
.numbers, .number, .run { font-variant-numeric: tabular-nums; }
.icon { width: 1em; height: 1em; flex: none; vertical-align: -.12em; color: var(--tone); fill: none; stroke: currentColor; stroke-width: 1.5; stroke-linecap: round; stroke-linejoin: round; }
.icon.failed, .icon.warning, .icon.cantTell { stroke-width: 1.6; }
.visually-hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip { position: absolute; left: -100vw; }
.skip:focus { left: 1rem; top: 1rem; padding: .5rem 1rem; background: var(--surface); z-index: 3; }
.js { display: none !important; }
input[type=search], select, button { font: inherit; font-size: .9rem; color: inherit; background: var(--surface); border: 1px solid var(--edge); border-radius: 6px; padding: .28rem .55rem; }
select { max-width: 11.5rem; min-width: 0; }
button { cursor: pointer; }
button:hover { background: var(--sunken); }
kbd { padding: 0 .35rem; border: 1px solid var(--line); border-radius: 4px; color: var(--muted); background: var(--surface); }
.bar-top, .top, .columns, #details, footer { max-width: 84rem; margin: 0 auto; padding-left: 1.75rem; padding-right: 1.75rem; }
header { background: var(--surface); border-bottom: 1px solid var(--line); }
.bar-top { display: flex; flex-wrap: wrap; align-items: center; gap: .4rem 1.6rem; padding-top: .55rem; padding-bottom: .55rem; }
.views { display: flex; gap: .3rem; }
.views a { padding: .25rem .75rem; border-radius: 6px; text-decoration: none; color: var(--ink); border: 1px solid transparent; }
.views a:hover { background: var(--sunken); }
.scripted .views a[aria-current] { background: var(--sunken); border-color: var(--edge); font-weight: 600; }
.views .numbers { color: var(--muted); font-weight: 400; font-size: .88rem; }
.settings { margin-left: auto; display: flex; flex-wrap: wrap; gap: .4rem; align-items: center; }
.settings > * { font-size: .88rem; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; font-size: .92rem; }
th { overflow-wrap: break-word; }
th, td { text-align: left; vertical-align: top; padding: .4rem .8rem; border-bottom: 1px solid var(--line); }
thead th { color: var(--muted); font-size: .85rem; font-weight: 600; }
.level { font-size: .72rem; font-weight: 650; letter-spacing: .04em; padding: .05rem .4rem; border: 1px solid var(--line); border-radius: 4px; color: var(--muted); white-space: nowrap; }
.level.MUST { color: var(--ink); border-color: var(--edge); }
.tag { font-size: .75rem; font-weight: 600; padding: .05rem .45rem; border-radius: 99px; background: var(--sign); color: var(--sign-ink); white-space: nowrap; }
.outcome { display: inline-flex; align-items: baseline; gap: .45rem; color: var(--tone); font-size: .88rem; font-weight: 600; }
.outcome .icon { transform: translateY(.12em); }
dl > div { display: grid; grid-template-columns: 8rem minmax(0, 1fr); gap: .15rem 1rem; padding: .22rem 0; }
dl > div > dt { color: var(--muted); font-size: .88rem; padding-top: .06rem; }
dialog { border: 1px solid var(--edge); border-radius: 10px; background: var(--surface); color: var(--ink); padding: 1.2rem 1.5rem; max-width: min(26rem, 92vw); }
dialog::backdrop { background: rgb(0 0 0 / .45); }
dialog h2 { font-size: 1.1rem; margin-bottom: .6rem; }
dialog p { margin: .7rem 0; font-size: .92rem; }
footer { border-top: 1px solid var(--line); margin-top: 3rem; padding-top: 1rem; padding-bottom: 2rem; color: var(--muted); font-size: .88rem; }
`;
