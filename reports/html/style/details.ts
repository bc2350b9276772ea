/** The view of details: the filter, the checks, and their evidence. */
export const details = `
#details { padding-top: 1.6rem; }
#details > h2 { margin-bottom: .5rem; }
#filter { display: grid; grid-template-columns: minmax(0, 1fr); gap: .65rem; position: sticky; top: 0; z-index: 2; margin: 0 -.6rem; padding: .75rem .6rem; background: var(--ground); border-bottom: 1px solid var(--line); }
#filter .row { display: flex; flex-wrap: wrap; gap: .5rem .9rem; align-items: center; }
#filter label { font-size: .88rem; min-width: 0; }
#filter .search > span { color: var(--muted); margin-right: .4rem; }
#filter .search { flex: 1 1 13rem; display: flex; align-items: center; position: relative; }
#filter input[type=search] { flex: 1; min-width: 0; padding-right: 2rem; }
#filter kbd { position: absolute; right: .55rem; }
#filter .search:focus-within kbd { display: none; }
fieldset { border: 0; padding: 0; margin: 0; display: flex; flex-wrap: wrap; gap: .35rem; min-width: 0; }
.chip { display: inline-flex; align-items: center; gap: .35rem; padding: .14rem .6rem; border: 1px solid var(--edge); border-radius: 99px; background: var(--surface); cursor: pointer; }
.chip input { position: absolute; opacity: 0; pointer-events: none; }
.chip .numbers { color: var(--muted); }
.chip:has(:checked) { background: var(--tone-ground); border-color: var(--tone); box-shadow: inset 0 0 0 1px var(--tone); }
.chip:has(:checked) .numbers { color: var(--ink); }
.chip:has(:focus-visible) { outline: 2px solid var(--link); outline-offset: 2px; }
#shown { color: var(--muted); font-size: .88rem; min-width: 8.2rem; text-align: right; }
#filter .buttons { display: flex; gap: .4rem; margin-left: auto; }
#filter .buttons button { font-size: .85rem; padding: .14rem .6rem; }
#no-match { margin-top: 1rem; }
.scripted #details :is(details, h3) { scroll-margin-top: 7rem; }
.check { background: var(--surface); border: 1px solid var(--line); margin-top: -1px; }
.check > summary { display: grid; grid-template-columns: 8.4rem minmax(0, 1fr) auto auto; gap: 0 .8rem; align-items: baseline; padding: .45rem .9rem; cursor: pointer; list-style: none; }
.check > summary::-webkit-details-marker { display: none; }
.check > summary:hover { background: var(--sunken); }
.check > summary .title { font-weight: 500; }
.check > summary .level { grid-column: 4; grid-row: 1; }
.check > summary .id { grid-column: 2; color: var(--muted); font-size: .8rem; }
.check[open] { border-color: var(--edge); position: relative; }
.check[open] > summary { border-bottom: 1px solid var(--line); }
.check-body { padding: .9rem 1.1rem 1rem; }
.check-body > .message { font-size: 1rem; margin-bottom: .6rem; max-width: 52rem; }
.check-body > dl { max-width: 62rem; }
.check-body dd ul { padding-left: 1.1rem; }
.check-body h5 { margin: 1rem 0 .35rem; }
.permalink { margin-top: .8rem; font-size: .88rem; }
.controls { margin: .6rem 0 1rem; }
.controls > summary { cursor: pointer; font-weight: 600; padding: .3rem 0; }
.controls > .muted { margin-bottom: .5rem; }
.exchange { border: 1px solid var(--line); border-radius: 8px; margin-bottom: .6rem; background: var(--surface); }
.exchange > summary { display: flex; flex-wrap: wrap; gap: .1rem .7rem; align-items: baseline; padding: .42rem .8rem; cursor: pointer; font-size: .9rem; }
.exchange > summary:hover { background: var(--sunken); border-radius: 8px; }
.exchange .what { flex: 1 1 14rem; }
.exchange .answer { color: var(--muted); font-weight: 400; }
.exchange .id { color: var(--muted); font-weight: 400; font-variant-numeric: tabular-nums; }
.purpose { font-size: .72rem; font-weight: 650; letter-spacing: .04em; text-transform: uppercase; color: var(--muted); min-width: 4.2rem; }
.purpose.probe { color: var(--link); }
.exchange-body, .comparison { padding: .6rem .8rem .8rem; }
.label { margin: .6rem 0 .2rem; font-weight: 600; }
.exchange p.muted { font-size: .88rem; margin-top: .4rem; }
.mutation { padding: .5rem .75rem; background: var(--sunken); border-radius: 6px; margin-bottom: .6rem; }
.mutation .field { color: var(--muted); margin-left: .3rem; }
.mutation .bytes { font-size: .88rem; color: var(--muted); margin-top: .2rem; }
.mutation .bytes code { color: var(--ink); }
del, ins { text-decoration: none; }
del b { background: var(--failed-ground); color: var(--failed); text-decoration: line-through; font-weight: 600; }
ins b, mark, ins em { background: var(--mark); color: var(--mark-ink); border-radius: 3px; font-weight: 600; }
mark { padding: .05em .1em; font-weight: 400; }
.cp { background: var(--sign); color: var(--sign-ink); border-radius: 3px; padding: 0 .25em; margin: 0 1px; font-size: .85em; white-space: nowrap; }
.fresh { text-decoration: underline dotted var(--edge); text-underline-offset: .25em; }
.sides { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: .8rem 1rem; }
.side { min-width: 0; border-top: 3px solid var(--line); padding-top: .4rem; display: grid; grid-template-rows: subgrid; grid-row: span 4; gap: 0; align-content: start; }
.side.probe { border-top-color: var(--link); }
.side .messages > div, .messages > div { min-width: 0; }
.exchange-body .messages { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 24rem), 1fr)); gap: 0 .8rem; }
.code { position: relative; margin: .25rem 0; }
.code pre { margin: 0; max-height: 26rem; overflow: auto; padding: .6rem .75rem; background: var(--sunken); border: 1px solid var(--line); border-radius: 6px; white-space: pre-wrap; overflow-wrap: anywhere; line-height: 1.5; tab-size: 2; }
pre code { font-size: inherit; }
.code pre em { color: var(--muted); }
.code pre mark em { color: inherit; }
.scripted .code:has(.copy) pre { padding-right: 5.6rem; }
.copy { position: absolute; top: .35rem; right: .4rem; font-size: .8rem; padding: .1rem .55rem; }
`;
