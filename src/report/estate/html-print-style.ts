import { lightColours } from './html-colours.ts';

/** The style of the page on paper: light, without what is for a screen, and with no row cut. */
export const printStyle = `
@page { margin: 14mm 12mm; }
@media print {
  :root:root, :root:root[data-theme=dark], :root:root:not([data-theme=light]) {${lightColours} color-scheme: light; --page: #ffffff; --top: #ffffff; --top-text: #242424; --top-faint: #5c5c5c; --shadow: none; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  body { font-size: 9pt; }
  .wide { max-width: none; padding: 0; }
  .top > div { padding-top: 0; border-bottom: 2px solid var(--brand); }
  nav, #theme, .filters, .pager button, thead button, .skip, details:not([open]), details.more > summary { display: none; }
  section { margin-top: 16pt; }
  h2, h3, .lead, .bar-title { break-after: avoid; }
  tr, .tile, .overview > .card, .states, .trend, .limits > li, .legend, .bar { break-inside: avoid; }
  thead { display: table-header-group; }
  .card { padding: 8pt 10pt; margin-bottom: 8pt; box-decoration-break: clone; -webkit-box-decoration-break: clone; }
  .tiles { grid-template-columns: repeat(3, 1fr); }
  .scroll { overflow: visible; }
  .details > td { background: var(--grey-soft); }
  a, .toggle, summary { color: inherit; }
  th, td { padding: 5pt 8pt 5pt 0; }
  .broad { width: 36%; }
  .gauge { max-width: 150px; }
  .overview { gap: 8pt; grid-template-columns: 190px 1fr; margin-bottom: 8pt; }
  .tiles { gap: 6pt; }
  .tile { padding: 4pt 8pt; }
  .figure { font-size: 14pt; }
  .headline { font-size: 10pt; margin-bottom: 8pt; }
  .plot svg { height: 70pt; }
  #finding-table { min-width: 0; font-size: 8.5pt; }
  #finding-table p { font-size: inherit; }
  .badge { font-size: 8pt; line-height: 13pt; padding: 0 5pt; }
  .column-severity { width: 58pt; }
  .column-state { width: 84pt; }
  .column-resource { width: 25%; }
  .column-owner { width: 17%; }
  .toggle, .evidence { padding-left: 0; }
  .evidence { display: block; }
  .many { min-width: 0; }
  .toggle::before { display: none; }
  .print-only { display: block; color: var(--faint); }
}
`;
