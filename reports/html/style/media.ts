/** What the script switches on, narrow screens, and print. Nothing moves. */
export const media = `
.unpacked .no-script { display: none; }
@media screen {
  .scripted .js { display: revert !important; }
  .scripted #filter.js { display: grid !important; }
  .scripted .settings.js { display: flex !important; }
  .scripted[data-view=summary] #details, .scripted[data-view=details] #summary { display: none; }
}
@media screen and (min-width: 40rem) {
  .scroll > table > * > tr > th:first-child { position: sticky; left: -1px; background: var(--surface); }
  .scroll > .dialect > tbody > .differs > th { background: var(--warning-ground); }
  .scroll > .readings > tbody > .taken > th { background: var(--passed-ground); }
}
@media (max-width: 60rem) {
  .columns { grid-template-columns: minmax(0, 1fr); gap: 1.6rem; }
  .contents ul { position: static; grid-template-columns: repeat(auto-fit, minmax(min(100%, 13rem), 1fr)); }
  .sides { grid-template-columns: minmax(0, 1fr); }
}
@media (max-width: 40rem) {
  .bar-top, .top, .columns, #details, footer { padding-left: 1rem; padding-right: 1rem; }
  .settings { margin-left: 0; }
  .top { padding-top: 1.3rem; }
  .headline { font-size: 1.5rem; }
  dl > div, .facts > div { grid-template-columns: minmax(0, 1fr); }
  .run div { display: flex; }
  .found { padding-left: 0; }
  article.finding :is(dl, .id) { margin-left: 0; }
  #filter { position: static; }
  #filter .row > label { flex: 1 1 100%; display: flex; align-items: center; }
  #filter select { flex: 1; min-width: 0; max-width: none; }
  #shown { min-width: 0; text-align: left; }
  .scripted #details :is(details, h3, .area) { scroll-margin-top: 1rem; }
  .check > summary { grid-template-columns: minmax(0, 1fr) auto auto; padding: .6rem .8rem; }
  .check > summary .title, .check > summary .id { grid-column: 1 / -1; }
  .check > summary .level { grid-row: 1; grid-column: 3; }
  .check-body { padding: .8rem .7rem; }
}
@page { margin: 16mm 14mm 18mm; @bottom-right { content: counter(page) " / " counter(pages); font: 8pt sans-serif; color: #525e6c; } }
@media print {
  html { font-size: 12px; }
  body { font-size: 12px; background: none; }
  header { border: 0; }
  .views, .contents, .settings, #filter, .copy, .permalink, .skip, .controls, .evidence-link, dialog, .no-script { display: none !important; }
  .bar-top, .top, .columns, #details, footer { max-width: none; padding-left: 0; padding-right: 0; }
  .columns { display: block; border-top: 0; padding-top: 0; }
  .sections { display: block; }
  .sections > section { margin-bottom: 1.6rem; }
  .cards { grid-template-columns: repeat(auto-fit, minmax(14rem, 1fr)); }
  .check:not(.finding), .area:not(:has(.check.finding)), .target-checks:not(:has(.check.finding)) { display: none !important; }
  .area:has(.check.finding), .target-checks:has(.check.finding), .check.finding { display: block !important; }
  .check::details-content { display: block; content-visibility: visible; height: auto; }
  #details { break-before: page; }
  #details:not(:has(.check.finding)) { display: none; }
  .check, .exchange, figure, .card, article.finding, .code pre { box-shadow: none; }
  .code pre, .scripted .code:has(.copy) pre { max-height: none; overflow: visible; padding-right: .75rem; white-space: pre-wrap; }
  .sides { grid-template-columns: repeat(2, minmax(0, 1fr)); gap: .6rem; }
  .comparison code { font-size: .78em; }
  .scroll { overflow: visible; }
  h4 .numbers { display: none; }
  :is(.compare, .coverage, .targets, .dialect) :is(th, td) { min-width: 0 !important; }
  h2, h3, h4, h5, h6, .label, .check > summary, caption, thead { break-after: avoid; }
  .card, article.finding, figure, tr, .mutation, .contradiction, .check > summary { break-inside: avoid; }
  mark, del b, ins b, .cp, .bar rect, .bar, .chart .column, .tag, .taken { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;
