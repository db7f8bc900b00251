import { colourRules, darkColours, lightColours } from './html-colours.ts';
import { printStyle } from './html-print-style.ts';

/** The style of the page: light and dark, on a screen and on paper. */
export const htmlStyle = `
:root {${lightColours} color-scheme: light; }
@media (prefers-color-scheme: dark) { :root:not([data-theme=light]) {${darkColours} color-scheme: dark; } }
:root[data-theme=dark] {${darkColours} color-scheme: dark; }
* { box-sizing: border-box; }
html { scroll-behavior: smooth; scroll-padding-top: 56px; -webkit-text-size-adjust: 100%; }
body { margin: 0; background: var(--page); color: var(--text); font: 14px/1.45 "Segoe UI Variable Text", "Segoe UI", system-ui, -apple-system, Roboto, "Helvetica Neue", Arial, sans-serif; }
p, ul, dl { margin: 0; padding: 0; }
ul { list-style: none; }
a { color: var(--brand); text-decoration: none; }
a:hover { text-decoration: underline; }
:focus-visible { outline: 2px solid var(--brand); outline-offset: 2px; border-radius: 2px; }
[hidden] { display: none !important; }
.wide { max-width: 1200px; margin: 0 auto; padding: 0 24px; }
.skip { position: absolute; left: -9999px; }
.skip:focus { left: 8px; top: 8px; padding: 8px 12px; background: var(--card); z-index: 3; }
.top { background: var(--top); color: var(--top-text); }
.top > div { display: flex; justify-content: space-between; align-items: flex-start; gap: 24px; padding-top: 22px; padding-bottom: 16px; }
.kicker { font-size: 12px; letter-spacing: .06em; text-transform: uppercase; color: var(--top-faint); }
h1 { margin: 2px 0; font-size: 26px; line-height: 1.25; font-weight: 600; overflow-wrap: anywhere; }
.when { color: var(--top-faint); }
nav { border-top: 1px solid rgba(255,255,255,.14); }
nav ul { display: flex; flex-wrap: wrap; gap: 0 20px; }
nav a { display: block; padding: 9px 0; color: var(--top-text); font-size: 13px; }
.top :focus-visible { outline-color: #ffffff; }
button, input, select { font: inherit; color: inherit; }
button { padding: 5px 12px; background: var(--card); border: 1px solid var(--pale); border-radius: 4px; cursor: pointer; }
button:hover:not(:disabled) { background: var(--hover); }
button:disabled { opacity: .5; cursor: default; }
#theme { flex: none; background: transparent; color: var(--top-text); border-color: rgba(255,255,255,.4); font-size: 13px; }
#theme:hover { background: rgba(255,255,255,.1); }
section { margin: 28px 0 0; }
h2 { margin: 0 0 12px; font-size: 20px; line-height: 1.3; font-weight: 600; }
h3 { margin: 0 0 10px; font-size: 15px; font-weight: 600; overflow-wrap: anywhere; }
.lead { margin: -6px 0 12px; color: var(--faint); }
.faint { color: var(--faint); font-weight: 400; }
p.faint { font-size: 12.5px; overflow-wrap: anywhere; }
.card { background: var(--card); border: 1px solid var(--line); border-radius: 8px; box-shadow: var(--shadow); padding: 18px 20px; margin: 0 0 16px; }
.overview { display: grid; grid-template-columns: 250px 1fr; gap: 16px; margin-bottom: 16px; }
.overview .card { margin: 0; }
.score { text-align: center; }
.score h3 { text-align: left; }
.gauge { width: 100%; max-width: 230px; height: auto; }
.gauge-track, .gauge-value { fill: none; stroke-width: 16; stroke-linecap: round; }
.gauge-track { stroke: var(--line); }
.gauge-value { stroke: var(--brand); }
.gauge-number { font-size: 40px; font-weight: 600; fill: var(--text); }
.gauge-unit, .gauge-end { font-size: 12px; fill: var(--faint); }
.formula { margin-top: 8px; font-size: 12.5px; color: var(--faint); text-wrap: balance; }
.headline { margin: 0 0 16px; padding: 2px 0 2px 16px; border-left: 3px solid var(--brand); font-size: 15px; }
.headline > li { padding: 2px 0; }
.plot { display: grid; grid-template-columns: max-content 1fr; gap: 0 10px; font-size: 12.5px; color: var(--faint); }
.plot svg { display: block; overflow: visible; width: 100%; height: 120px; }
.scale { display: flex; flex-direction: column; justify-content: space-between; text-align: right; line-height: 12px; }
.ends { grid-column: 2; display: flex; justify-content: space-between; margin-top: 4px; }
.grid, .line, .dot { fill: none; vector-effect: non-scaling-stroke; }
.grid { stroke: var(--line); }
.line { stroke: var(--brand); stroke-width: 2; stroke-linejoin: round; }
.dot { stroke: var(--brand); stroke-width: 7; stroke-linecap: round; }
.badge.lifecycle { background: var(--brand); color: var(--card); }
.total { margin-top: 10px; text-align: right; color: var(--faint); }
.total b { color: var(--text); }
.tiles { grid-column: 1 / -1; display: grid; grid-template-columns: repeat(6, 1fr); gap: 16px; }
.tile { padding: 14px 16px; }
.figure { font-size: 24px; line-height: 1.2; font-weight: 600; }
.word { font-weight: 600; }
.bar-title { margin: 14px 0 6px; font-weight: 600; }
h3 + .bar-title { margin-top: 0; }
.bar { display: block; width: 100%; height: 14px; border-radius: 4px; overflow: hidden; }
td .bar { min-width: 120px; height: 10px; margin-top: 5px; }
.legend { display: flex; flex-wrap: wrap; gap: 4px 20px; margin-top: 8px; font-size: 13px; }
.key { display: inline-block; width: 10px; height: 10px; margin-right: 5px; border-radius: 2px; }
table { width: 100%; border-collapse: collapse; }
caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.scroll { position: relative; overflow-x: auto; }
th, td { padding: 8px 16px 8px 0; text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
th:last-child, td:last-child { padding-right: 0; }
tbody tr:last-child > * { border-bottom: 0; }
thead th { padding-top: 0; font-size: 12.5px; font-weight: 600; color: var(--faint); white-space: nowrap; }
tbody th { font-weight: 400; }
.number { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
.broad { width: 50%; }
.name { font-weight: 600; overflow-wrap: anywhere; }
.fix { margin: 2px 0; }
.badges { display: inline-flex; flex-wrap: wrap; gap: 4px 6px; }
.badge { display: inline-block; padding: 0 8px; border-radius: 10px; font-size: 12px; line-height: 20px; font-weight: 600; white-space: nowrap; background: var(--grey-soft); color: var(--grey-text); }
details.more { margin-top: 10px; }
summary { cursor: pointer; color: var(--brand); width: fit-content; overflow-wrap: anywhere; }
details.more > .scroll { margin-top: 12px; }
.limits > li { padding: 10px 0; border-bottom: 1px solid var(--line); }
.limits > li:first-child { padding-top: 0; }
.limits > li:last-child { padding-bottom: 0; border-bottom: 0; }
.limits p { overflow-wrap: anywhere; }
.names { margin-top: 4px; font-size: 13px; overflow-wrap: anywhere; }
.names > li { padding: 1px 0 1px 14px; border-left: 2px solid var(--line); }
.method p { max-width: 90ch; }
.method h3:not(:first-child) { margin-top: 18px; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 4px 18px; }
dt { color: var(--faint); }
dd { margin: 0; overflow-wrap: anywhere; }
.filters { display: flex; flex-wrap: wrap; gap: 12px; align-items: flex-end; margin-bottom: 14px; }
.filters label { display: flex; flex-direction: column; gap: 3px; font-size: 12.5px; color: var(--faint); }
.filters .grow { flex: 1 1 260px; }
.filters input, .filters select { height: 32px; padding: 4px 8px; font-size: 14px; color: var(--text); background: var(--card); border: 1px solid var(--grey); border-radius: 4px; max-width: 100%; }
.filters select { max-width: 220px; }
.filters button { height: 32px; }
.pager { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: center; gap: 8px; margin-bottom: 12px; }
#finding-table { table-layout: fixed; min-width: 760px; }
.column-severity { width: 86px; }
.column-state { width: 122px; }
.column-resource { width: 25%; }
.column-owner { width: 22%; }
thead button { padding: 0; background: none; border: 0; color: inherit; font-weight: 600; }
thead button:hover:not(:disabled) { background: none; color: var(--text); }
th[aria-sort] button::after { content: " \\2195"; opacity: .55; }
th[aria-sort=ascending] button::after { content: " \\2191"; opacity: 1; }
th[aria-sort=descending] button::after { content: " \\2193"; opacity: 1; }
.toggle { display: block; width: 100%; padding: 0 0 0 18px; position: relative; background: none; border: 0; text-align: left; font-weight: 600; color: var(--brand); overflow-wrap: anywhere; }
.toggle:hover:not(:disabled) { background: none; text-decoration: underline; }
.toggle::before { content: ""; position: absolute; left: 3px; top: 6px; border: 4px solid transparent; border-left: 6px solid var(--faint); }
.toggle[aria-expanded=true]::before { left: 1px; top: 8px; border: 4px solid transparent; border-top: 6px solid var(--faint); }
.evidence { padding-left: 18px; display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden; }
.details > td { padding: 12px 16px 14px 18px; background: var(--page); }
.print-only { display: none; }
footer.wide { padding-top: 24px; padding-bottom: 36px; color: var(--faint); font-size: 12.5px; }
${colourRules()}
@media (max-width: 980px) { .tiles { grid-template-columns: repeat(3, 1fr); } }
@media (max-width: 680px) {
  .wide { padding: 0 14px; }
  .overview { grid-template-columns: 1fr; }
  .tiles { grid-template-columns: repeat(2, 1fr); }
  .many { min-width: 620px; }
  dl { grid-template-columns: 1fr; gap: 0; }
  dd { margin-bottom: 8px; }
}
@media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
@media (forced-colors: active) { .key, .bar rect { forced-color-adjust: none; } }
${printStyle}`;
