import { renderEstateConsole } from './console.ts';
import { renderEstateCsv } from './csv.ts';
import type { EstateFormat } from './estate-format.ts';
import { renderEstateHtml } from './html.ts';
import { renderEstateJson } from './json.ts';
import { renderEstateMarkdown } from './markdown.ts';
import { renderEstateOcsf } from './ocsf.ts';
import { renderEstateOscal } from './oscal.ts';
import { renderEstateSarif } from './sarif.ts';

/** Every format of an estate's report, by the name that `--format` and `--output` take. A new one is a file and a line here. */
export const estateFormats: readonly EstateFormat[] = [
  {
    name: 'console',
    extension: 'txt',
    description: 'for people, in a terminal',
    render: renderEstateConsole,
  },
  {
    name: 'json',
    extension: 'json',
    description: 'everything, by a versioned schema',
    render: renderEstateJson,
  },
  {
    name: 'html',
    extension: 'html',
    description: 'one page for people, works offline',
    render: renderEstateHtml,
  },
  { name: 'csv', extension: 'csv', description: 'findings for a spreadsheet', render: renderEstateCsv },
  {
    name: 'markdown',
    extension: 'md',
    description: 'a summary for a chat or a pull request',
    render: renderEstateMarkdown,
  },
  {
    name: 'ocsf',
    extension: 'ndjson',
    description: 'OCSF 1.3.0 compliance findings, for a SIEM',
    render: renderEstateOcsf,
  },
  {
    name: 'sarif',
    extension: 'sarif',
    description: 'SARIF 2.1.0 with resources as logical locations',
    render: renderEstateSarif,
  },
  {
    name: 'oscal',
    extension: 'json',
    description: 'OSCAL 1.1.3 assessment results, for an auditor',
    render: renderEstateOscal,
  },
];
