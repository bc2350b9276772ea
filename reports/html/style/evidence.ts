/** The filter, the checks, their exchanges, and the tables. */
export const evidence = `
#filter { display: grid; grid-template-columns: minmax(0, 1fr); gap: .65rem; position: sticky; top: 0; z-index: 2; margin: 0 -.6rem; padding: .75rem .6rem; background: var(--ground); border-bottom: 1px solid var(--line); }
#filter .row { display: flex; flex-wrap: wrap; gap: .5rem .9rem; align-items: center; }
#filter label { font-size: .88rem; min-width: 0; }
#filter .search > span { color: var(--muted); margin-right: .4rem; }
#filter .search { flex: 1 1 13rem; display: flex; align-items: center; position: relative; }
#filter input[type=search] { flex: 1; min-width: 0; padding-right: 2rem; }
#filter kbd { position: absolute; right: .55rem; padding: 0 .35rem; border: 1px solid var(--line); border-radius: 4px; color: var(--muted); }
#filter .search:focus-within kbd { display: none; }
input[type=search], select, button { font: inherit; font-size: .9rem; color: inherit; background: var(--surface); border: 1px solid var(--edge); border-radius: 6px; padding: .28rem .55rem; }
select { max-width: 11.5rem; min-width: 0; }
button { cursor: pointer; }
button:hover { background: var(--sunken); }
fieldset { border: 0; padding: 0; margin: 0; display: flex; flex-wrap: wrap; gap: .35rem; min-width: 0; }
.chip { display: inline-flex; align-items: center; gap: .35rem; padding: .14rem .6rem; border: 1px solid var(--line); border-radius: 99px; background: var(--surface); cursor: pointer; }
.chip input { position: absolute; opacity: 0; pointer-events: none; }
.chip .numbers { color: var(--muted); }
.chip:has(:checked) { background: var(--tone-ground); border-color: var(--tone); box-shadow: inset 0 0 0 1px var(--tone); }
.chip:has(:checked) .numbers { color: var(--ink); }
.chip:has(:focus-visible) { outline: 2px solid var(--focus); outline-offset: 2px; }
#shown { color: var(--muted); font-size: .88rem; min-width: 8.2rem; text-align: right; }
#filter .buttons { display: flex; gap: .4rem; margin-left: auto; }
#filter .buttons button { font-size: .85rem; padding: .14rem .6rem; }
#no-match { margin-top: 1rem; }
.scripted #checks :is(details, h3) { scroll-margin-top: 7rem; }
.check { background: var(--surface); border: 1px solid var(--line); margin-top: -1px; }
.area .check:first-of-type { border-radius: 8px 8px 0 0; }
.area .check:last-of-type { border-radius: 0 0 8px 8px; }
.area .check:first-of-type:last-of-type { border-radius: 8px; }
.check > summary { display: grid; grid-template-columns: 7.6rem minmax(0, 1fr) auto; gap: 0 .8rem; align-items: baseline; padding: .5rem .9rem; cursor: pointer; list-style: none; }
.check > summary::-webkit-details-marker { display: none; }
.check > summary:hover { background: var(--sunken); }
.check > summary .title { font-weight: 500; }
.check > summary .id { grid-column: 2; color: var(--muted); font-size: .8rem; }
.check[open] { border-color: var(--edge); position: relative; }
.check[open] > summary { border-bottom: 1px solid var(--line); }
.outcome { display: inline-flex; align-items: baseline; gap: .45rem; color: var(--tone); font-size: .88rem; font-weight: 600; white-space: nowrap; }
.outcome .icon { transform: translateY(.12em); }
.level { font-size: .72rem; font-weight: 650; letter-spacing: .04em; padding: .05rem .4rem; border: 1px solid var(--line); border-radius: 4px; color: var(--muted); white-space: nowrap; }
.level.MUST { color: var(--ink); border-color: var(--edge); }
.check-body { padding: .9rem 1.1rem 1rem; }
.check-body > .message { font-size: 1rem; margin-bottom: .6rem; max-width: 52rem; }
.check-body > dl { max-width: 60rem; }
.check-body dd ul { padding-left: 1.1rem; }
.check-body h5 { margin: .9rem 0 .35rem; }
.permalink { margin-top: .8rem; font-size: .88rem; }
.exchange { border: 1px solid var(--line); border-radius: 8px; margin-bottom: .5rem; background: var(--surface); }
.exchange > summary { display: flex; flex-wrap: wrap; gap: .1rem .7rem; align-items: baseline; padding: .42rem .8rem; cursor: pointer; font-size: .9rem; }
.exchange > summary:hover { background: var(--sunken); border-radius: 8px; }
.exchange > p { padding: .2rem .8rem .6rem; font-size: .9rem; }
.exchange .what { flex: 1 1 14rem; }
.exchange .answer { color: var(--muted); flex: 0 1 auto; }
.exchange > summary .id { color: var(--muted); font-variant-numeric: tabular-nums; }
.purpose { font-size: .72rem; font-weight: 650; letter-spacing: .04em; text-transform: uppercase; color: var(--muted); min-width: 4.2rem; }
.purpose.probe { color: var(--link); }
.exchange-body { padding: .2rem .8rem .8rem; border-top: 1px solid var(--line); }
.exchange-body h5 { margin: .7rem 0 .3rem; }
.exchange-body > p { margin-top: .5rem; font-size: .88rem; }
.mutation { padding: .45rem .7rem; background: var(--sunken); border-radius: 6px; }
.mutation .field { color: var(--muted); margin-left: .5rem; }
.mutation .change { display: block; }
del { text-decoration-color: var(--failed); }
ins { text-decoration: none; }
mark, ins code, ins em { background: var(--mark); color: var(--mark-ink); border-radius: 3px; padding: .05em .15em; }
.sides { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 24rem), 1fr)); gap: 0 .8rem; }
.sides > div { min-width: 0; display: grid; grid-template-rows: auto 1fr; }
.code { position: relative; margin: .25rem 0; }
.code pre { margin: 0; height: 100%; max-height: 26rem; overflow: auto; padding: .6rem .75rem; background: var(--sunken); border: 1px solid var(--line); border-radius: 6px; white-space: pre-wrap; overflow-wrap: anywhere; line-height: 1.5; tab-size: 2; }
pre code { font-size: inherit; }
.code pre em { color: var(--muted); }
.code pre mark em { color: inherit; }
.code:has(.copy) pre { padding-right: 5.4rem; }
.copy { position: absolute; top: .35rem; right: .4rem; font-size: .8rem; padding: .1rem .55rem; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; font-size: .92rem; }
th { overflow-wrap: break-word; }
th, td { text-align: left; vertical-align: top; padding: .4rem .8rem; border-bottom: 1px solid var(--line); }
.contradiction { width: 100%; background: var(--surface); border: 1px solid var(--line); margin-bottom: 1.2rem; min-width: 34rem; }
.contradiction caption { text-align: left; padding: .4rem 0 .5rem; }
.contradiction caption code { color: var(--muted); margin-left: .4rem; }
.contradiction thead th { color: var(--muted); font-size: .85rem; font-weight: 600; }
.contradiction .taken { background: var(--passed-ground); }
.contradiction .taken .icon { --tone: var(--passed); }
.values th { font-weight: 500; color: var(--muted); padding-left: 0; }
.values td { font-variant-numeric: tabular-nums; }
.values td > ul { padding: 0; list-style: none; }
.values td > ul > li + li { margin-top: .5rem; }
.values thead th { padding-left: .8rem; font-size: .85rem; }
.values .rows :is(th, td):first-child { padding-left: 0; }
.values table { font-size: 1em; }
.values td:has(> table) { padding-top: 0; padding-bottom: 0; }
.values table tbody tr:last-child > * { border-bottom: 0; }
`;
