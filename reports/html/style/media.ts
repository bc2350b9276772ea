/** Narrow screens, print, and what the script switches on. */
export const media = `
.scripted .js { display: revert !important; }
.scripted #filter.js { display: grid !important; }
@media (max-width: 60rem) {
  .columns { grid-template-columns: minmax(0, 1fr); gap: 1.6rem; }
  nav ul { position: static; max-height: none; grid-template-columns: repeat(auto-fit, minmax(min(100%, 13rem), 1fr)); gap: 1rem 2rem; }
}
@media (max-width: 40rem) {
  .top, .columns, footer { padding-left: 1rem; padding-right: 1rem; }
  .top { padding-top: 1.5rem; }
  h1 { font-size: 1.5rem; }
  dl > div { grid-template-columns: minmax(0, 1fr); }
  .run div { display: flex; }
  .finding { padding: .8rem .9rem; }
  .finding .id, .finding dl, .finding .code { margin-left: 0; }
  #filter { position: static; }
  #filter .row > label { flex: 1 1 100%; display: flex; align-items: center; }
  #filter select { flex: 1; min-width: 0; max-width: none; }
  #shown { min-width: 0; text-align: left; }
  .scripted #checks :is(details, h3) { scroll-margin-top: 1rem; }
  .check > summary { grid-template-columns: minmax(0, 1fr) auto; padding: .6rem .8rem; }
  .check > summary .title, .check > summary .id { grid-column: 1 / -1; }
  .check > summary .level { grid-row: 1; grid-column: 2; }
  .check-body { padding: .8rem .7rem; }
}
@media print {
  body { font-size: 10pt; }
  nav, #filter, .copy, .permalink, .skip { display: none !important; }
  .columns { display: block; border-top: 0; }
  .code pre { max-height: none; }
  .code:has(.copy) pre { padding-right: .75rem; }
  .card, .finding, .check > summary { break-inside: avoid; }
  h2, h3, h4 { break-after: avoid; }
}
`;
