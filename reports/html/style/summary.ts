/** The view of the summary. */
export const summary = `
main h3 { margin: 1.6rem 0 .7rem; padding-bottom: .35rem; border-bottom: 1px solid var(--line); }
.top { padding-top: 2rem; padding-bottom: 2rem; }
.banner { margin-top: 1rem; padding: .6rem .9rem; border: 1px solid var(--warning); border-radius: 8px; background: var(--warning-ground); }
.run { display: flex; flex-wrap: wrap; gap: .35rem 2rem; margin-top: .9rem; font-size: .9rem; }
.run div { display: flex; gap: .5rem; padding: 0; }
.run dt { flex: none; }
.cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 22rem), 1fr)); gap: 1.1rem; margin-top: 1.6rem; }
.card { background: var(--surface); border: 1px solid var(--line); border-top: 3px solid var(--tone); border-radius: 10px; padding: 1.1rem 1.3rem 1.2rem; display: grid; gap: .6rem; align-content: start; }
main .card h3 { font-size: 1.1rem; margin: 0; padding: 0; border: 0; }
.card p, .card .untested-why ul { font-size: .92rem; }
.card p.verdict { display: flex; align-items: center; gap: .5rem; font-size: 1.3rem; font-weight: 650; line-height: 1.2; color: var(--tone); letter-spacing: -.01em; }
.bar { display: block; width: 100%; height: 7px; border-radius: 4px; background: var(--sunken); }
.bar rect { fill: var(--tone); }
.bar .untested, .bar .inapplicable { fill: var(--line); }
.counts { display: flex; flex-wrap: wrap; gap: .1rem 1.1rem; padding: 0; list-style: none; font-size: .9rem; }
.counts .number { font-weight: 650; color: var(--tone, inherit); }
ul.counts a { color: inherit; text-decoration-color: var(--edge); }
ul.counts a:hover { text-decoration-color: currentColor; }
.counts .none { color: var(--muted); }
.counts .none .number { font-weight: 400; color: inherit; }
.notes, .untested-why ul { padding-left: 1.1rem; color: var(--muted); }
.notes { font-size: .88rem; }
.control-finding { background: var(--cantTell-ground); border-radius: 8px; padding: .8rem 1rem; display: grid; gap: .4rem; }
.control-finding ol { padding-left: 1.3rem; font-size: .92rem; }
.columns { display: grid; grid-template-columns: 12.5rem minmax(0, 1fr); gap: 2.5rem; border-top: 1px solid var(--line); padding-top: 1.8rem; }
.contents ul { list-style: none; padding: 0; display: grid; gap: .35rem; font-size: .92rem; position: sticky; top: 1.2rem; }
.contents a { text-decoration: none; }
.contents a:hover { text-decoration: underline; }
.sections { display: grid; gap: 3rem; min-width: 0; grid-template-columns: minmax(0, 1fr); }
.sections > section > h2 { margin-bottom: .5rem; }
.sections > section > h2 + .muted { margin-bottom: .9rem; max-width: 46rem; }
h3 + .muted { margin-bottom: .7rem; font-size: .92rem; }
main h2 + h3 { margin-top: 0; }
main h4 { margin: 1.3rem 0 .5rem; }
.lead { margin-bottom: .6rem; }
.lead .icon { --tone: var(--cantTell); }
.lead .icon.passed { --tone: var(--passed); }
article.finding { background: var(--surface); border: 1px solid var(--line); border-left: 3px solid var(--tone); border-radius: 8px; padding: .8rem 1.1rem .9rem; margin-bottom: .8rem; }
article.finding h4 { display: flex; align-items: baseline; gap: .5rem; margin: 0 0 .3rem; font-size: 1rem; line-height: 1.4; }
article.finding h4 .icon { transform: translateY(.12em); }
article.finding h4 .title { flex: 1; }
article.finding .id { color: var(--muted); margin: -.2rem 0 .3rem 1.5rem; font-size: .92rem; }
.found { list-style: none; padding: 0 0 .3rem 1.5rem; display: grid; gap: .25rem; }
.evidence-link { white-space: nowrap; }
article.finding dl { margin-left: 1.5rem; font-size: .95rem; }
p.known { padding: .35rem .7rem; margin: .3rem 0; border-left: 3px solid var(--sign-ink); background: var(--sunken); font-size: .92rem; }
.reasons { margin-top: .8rem; }
.reasons > summary { cursor: pointer; }
.reasons > summary .icon { margin: 0 .4rem 0 .2rem; }
.reasons > dl { padding: .5rem 0 .5rem 1.5rem; }
.reasons > dl > div { grid-template-columns: minmax(0, 1fr); padding: .4rem 0; }
.reasons dl dt { color: var(--ink); }
.reasons dl ul { padding-left: 1.1rem; columns: 26rem; font-size: .92rem; }
.compare, .coverage, .targets, .dialect { width: 100%; background: var(--surface); border: 1px solid var(--line); }
.compare th .id { display: block; color: var(--muted); font-weight: 400; font-size: .8rem; }
.compare tbody th, .coverage tbody th, .targets tbody th, .dialect > tbody > tr > th { font-weight: 500; }
:is(.compare, .dialect) tbody th { min-width: 13rem; }
:is(.compare, .coverage, .targets, .dialect) > tbody > tr > td { min-width: 11rem; }
.compare td a { text-decoration: none; }
.coverage .counts { font-size: .85rem; margin-top: .25rem; }
.coverage td .bar { max-width: 22rem; }
.contradiction { background: var(--surface); border: 1px solid var(--line); margin-top: -1px; }
.contradiction > summary { padding: .5rem .9rem; cursor: pointer; }
.contradiction > summary:hover { background: var(--sunken); }
.contradiction > summary strong { font-weight: 500; }
.contradiction > summary code, .took { color: var(--muted); }
.took { display: block; font-size: .92rem; padding-left: 1.1rem; }
.readings { width: 100%; min-width: 34rem; border-top: 1px solid var(--line); }
.taken { background: var(--passed-ground); }
.taken .icon { --tone: var(--passed); }
.ruling { padding: .5rem .9rem; }
.dialect td ul { padding: 0; list-style: none; }
.dialect .differs > * { background: var(--warning-ground); }
.values .values th, .rows th { font-weight: 500; color: var(--muted); }
.values table { font-size: 1em; }
.values table :is(th, td):first-child { padding-left: 0; }
.values table tbody tr:last-child > * { border-bottom: 0; }
.charts { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 26rem), 1fr)); gap: 1.2rem; align-items: start; }
figure { background: var(--surface); border: 1px solid var(--line); border-radius: 10px; padding: .9rem 1.1rem; }
figcaption { font-size: .92rem; margin-bottom: .5rem; font-variant-numeric: tabular-nums; }
.chart { display: block; width: 100%; height: auto; font-size: 12px; }
.chart text { fill: var(--muted); }
.chart .column { fill: var(--link); }
.chart .axis { stroke: var(--edge); fill: none; }
.chart .rule { stroke: var(--ink); stroke-dasharray: 3 3; fill: none; }
.facts { max-width: 52rem; margin-bottom: 1rem; }
.facts > div { grid-template-columns: 13rem minmax(0, 1fr); }
`;
