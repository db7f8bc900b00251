import { type Diagnostic, type Finding, formatPlace, type Report } from '../kernel/index.ts';
import { diagnosticPlace } from './diagnostic-place.ts';
import { originText, policyText, resourceText, sentenceOf } from './finding-text.ts';
import { outcomeOf, outcomeWord } from './outcome.ts';
import { summaryLine } from './summary-line.ts';
import { xmlAttributes, xmlText } from './xml-text.ts';

interface Suite {
  readonly cases: string[];
  failures: number;
  errors: number;
  skipped: number;
}

type Result = 'failures' | 'errors' | 'skipped';

/**
 * JUnit XML as Jenkins, Azure Pipelines and GitLab read it (junit-10.xsd of the Jenkins xUnit plug-in): a suite for
 * each file, a case for each policy and resource. A last suite holds the check itself, so that a report without
 * findings is not a report without tests.
 */
export function renderJunit(report: Report): string {
  const suites = new Map<string, Suite>();
  for (const finding of report.findings) {
    add(suites, finding.place.file, resultOf(finding), findingCase(finding));
  }
  const whole: Suite = emptySuite();
  for (const diagnostic of report.diagnostics) {
    if (diagnostic.level !== 'error') continue;
    const place = diagnosticPlace(diagnostic);
    if (place === undefined) addTo(whole, 'errors', diagnosticCase(diagnostic));
    else add(suites, place.file, 'errors', diagnosticCase(diagnostic));
  }
  whole.cases.push(`    <testcase name="the check ran" classname="landguard"/>\n`);

  const all = [...suites.values(), whole];
  const total = (count: (suite: Suite) => number) => all.reduce((sum, suite) => sum + count(suite), 0);
  const head = xmlAttributes({
    name: 'landguard',
    tests: total((suite) => suite.cases.length),
    failures: total((suite) => suite.failures),
    errors: total((suite) => suite.errors),
    time: (report.summary.durationMs / 1000).toFixed(3),
  });
  const files = [...suites].map(([file, suite]) => suiteXml(file, suite, report)).join('');
  const note = `    <system-out>${xmlText(summaryLine(report.summary))}</system-out>\n`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites${head}>\n${files}${suiteXml('landguard', whole, report, note)}</testsuites>\n`;
}

function emptySuite(): Suite {
  return { cases: [], failures: 0, errors: 0, skipped: 0 };
}

function add(suites: Map<string, Suite>, file: string, result: Result, xml: string): void {
  let suite = suites.get(file);
  if (suite === undefined) {
    suite = emptySuite();
    suites.set(file, suite);
  }
  addTo(suite, result, xml);
}

function addTo(suite: Suite, result: Result, xml: string): void {
  suite.cases.push(xml);
  suite[result]++;
}

function suiteXml(name: string, suite: Suite, report: Report, note = ''): string {
  const { failures, errors, skipped } = suite;
  const attributes = xmlAttributes({ name, tests: suite.cases.length, failures, errors, skipped });
  const version = xmlAttributes({ name: 'landguard.version', value: report.tool.version });
  return `  <testsuite${attributes}>\n    <properties>\n      <property${version}/>\n    </properties>\n${suite.cases.join('')}${note}  </testsuite>\n`;
}

function resultOf(finding: Finding): Result {
  if (finding.verdict === 'non-compliant') return 'failures';
  return finding.verdict === 'error' ? 'errors' : 'skipped';
}

function findingCase(finding: Finding): string {
  const attributes = xmlAttributes({
    name: `${policyText(finding)}: ${finding.resource.name}`,
    classname: finding.resource.type,
  });
  const word = outcomeWord(finding);
  const message = `${word}: ${sentenceOf(finding)}`;
  const body = detailsOf(finding).map(xmlText).join('\n');
  const result = resultOf(finding);
  if (result === 'skipped') return testcase(attributes, `<skipped${xmlAttributes({ message })}/>`);
  const tag = result === 'failures' ? 'failure' : 'error';
  const head = xmlAttributes({ message, type: outcomeOf(finding) === 'denied' ? 'deny' : word });
  return testcase(attributes, `<${tag}${head}>${body}</${tag}>`);
}

function detailsOf(finding: Finding): string[] {
  return [
    `${formatPlace(finding.place)}  ${resourceText(finding)}`,
    finding.message,
    ...finding.reasons.map((reason) => `- ${reason.text}`),
    ...finding.origins.map(originText).filter((text) => text !== undefined),
    ...(finding.controls.length > 0 ? [`controls: ${finding.controls.join(', ')}`] : []),
    ...(finding.remediation === undefined ? [] : [`fix: ${finding.remediation}`]),
    `fingerprint: ${finding.fingerprint}`,
  ];
}

function diagnosticCase(diagnostic: Diagnostic): string {
  const place = diagnosticPlace(diagnostic);
  const attributes = xmlAttributes({
    name: `${diagnostic.code}${place === undefined ? '' : ` at ${place.line}:${place.column}`}`,
    classname: 'landguard.diagnostic',
  });
  const head = xmlAttributes({ message: diagnostic.message, type: diagnostic.code });
  return testcase(attributes, `<error${head}>${xmlText(diagnostic.advice)}</error>`);
}

function testcase(attributes: string, content: string): string {
  return `    <testcase${attributes}>\n      ${content}\n    </testcase>\n`;
}
