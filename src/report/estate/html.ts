import { createHash } from 'node:crypto';
import type { EstateReport } from '../../kernel/index.ts';
import { xmlText } from '../xml-text.ts';
import { assignmentSection } from './html-assignments.ts';
import { controlSection } from './html-controls.ts';
import { findingData } from './html-data.ts';
import { defenderSection } from './html-defender.ts';
import { findingSection } from './html-findings.ts';
import { limitSection } from './html-limits.ts';
import { methodSection } from './html-method.ts';
import { overviewSection } from './html-overview.ts';
import { ownerSection } from './html-owners.ts';
import { prioritySection } from './html-priorities.ts';
import { htmlScript } from './html-script.ts';
import { htmlStyle } from './html-style.ts';
import { momentText } from './number-text.ts';

/** The sections of the page, in reading order. One without content is left out. */
const sections: readonly (readonly [id: string, title: string, render: (report: EstateReport) => string])[] =
  [
    ['overview', 'Overview', overviewSection],
    ['priorities', 'What to fix first', prioritySection],
    ['owners', 'Owners', ownerSection],
    ['assignments', 'Assignments', assignmentSection],
    ['controls', 'Controls', controlSection],
    ['defender', 'Defender secure score', defenderSection],
    ['findings', 'Findings', findingSection],
    ['limits', 'What this report could not see', limitSection],
    ['method', 'How the numbers are computed', methodSection],
  ];

/**
 * The posture as one page that needs nothing else: no request leaves it, and its policy (CSP) allows no script and no
 * style but these two. Texts from outside are escaped here, and set with `textContent` by the script.
 */
export function renderEstateHtml(report: EstateReport): string {
  const estate = xmlText(report.estate);
  const moment = xmlText(momentText(report.assessedAt));
  const tool = xmlText(`${report.tool.name} ${report.tool.version}`);
  const shown = sections
    .map(([id, title, render]) => ({ id, title, content: render(report) }))
    .filter(({ content }) => content !== '');
  const links = shown.map(({ id, title }) => `<li><a href="#${id}">${title}</a></li>`);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>Security posture of ${estate}</title>
<style>${htmlStyle}</style>
</head>
<body>
<a class="skip" href="#overview">Skip to the report</a>
<header class="top">
<div class="wide">
<div>
<p class="kicker">Security posture</p>
<h1>${estate}</h1>
<p class="when">Assessed ${moment} with ${tool}</p>
</div>
<button type="button" id="theme" hidden>Dark</button>
</div>
<nav aria-label="Sections"><ul class="wide">${links.join('')}</ul></nav>
</header>
<main class="wide">
${shown.map(({ id, title, content }) => sectionText(id, title, content)).join('\n')}
</main>
<footer class="wide">Made by ${tool}. This file is complete in itself: it loads nothing and sends nothing.</footer>
<script type="application/json" id="data">${findingData(report)}</script>
<script>${htmlScript}</script>
</body>
</html>
`;
}

function sectionText(id: string, title: string, content: string): string {
  return `<section id="${id}" aria-labelledby="${id}-title">\n<h2 id="${id}-title">${title}</h2>\n${content}\n</section>`;
}

const contentSecurityPolicy = [
  "default-src 'none'",
  `script-src 'sha256-${digest(htmlScript)}'`,
  `style-src 'sha256-${digest(htmlStyle)}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64');
}
