import { renderAzurePipelines } from './azure-pipelines.ts';
import { renderConsole } from './console.ts';
import type { Format } from './format.ts';
import { renderGithub } from './github.ts';
import { renderJson } from './json.ts';
import { renderJunit } from './junit.ts';
import { renderMarkdown } from './markdown.ts';
import { renderSarif } from './sarif.ts';

export { csvCell } from './estate/csv-cell.ts';
export type { EstateFormat } from './estate/estate-format.ts';
export { estateFormats } from './estate/estate-formats.ts';
export { estateReportSchemaVersion } from './estate/json.ts';
export type { Format, RenderOptions } from './format.ts';
export { grantText } from './grant-text.ts';
export { reportSchemaVersion } from './json.ts';
export { jsonText } from './json-text.ts';
export { markdownText } from './markdown-text.ts';
export { cut, plainLine, plainText } from './plain-text.ts';
export { renderSimulationConsole } from './simulation/console.ts';
export { renderDifferenceConsole } from './simulation/difference-console.ts';
export { counted } from './summary-line.ts';

/** Every format, by the name that `--format` and `--output` take. A new one is a file and a line here. */
export const formats: readonly Format[] = [
  { name: 'console', extension: 'txt', description: 'for people, in a terminal', render: renderConsole },
  { name: 'json', extension: 'json', description: 'everything, by a versioned schema', render: renderJson },
  { name: 'sarif', extension: 'sarif', description: 'SARIF 2.1.0, for code scanning', render: renderSarif },
  { name: 'junit', extension: 'xml', description: 'JUnit XML, for test reports', render: renderJunit },
  { name: 'markdown', extension: 'md', description: 'a comment on a pull request', render: renderMarkdown },
  { name: 'github', extension: 'txt', description: 'annotations in GitHub Actions', render: renderGithub },
  {
    name: 'azure-pipelines',
    extension: 'txt',
    description: 'issues in Azure Pipelines',
    render: renderAzurePipelines,
  },
];
