import { type AccessMeasure, accessMeasures, readSignInRecords } from '../../access/index.ts';
import { printDiagnostics } from '../print-diagnostics.ts';
import type { AccessCommand } from './access-command.ts';
import type { AccessOptions } from './open-access.ts';
import { openTenant } from './open-tenant.ts';
import { readJsonFile } from './read-json-file.ts';

interface Options extends AccessOptions {
  readonly log?: string;
}

/** `landguard access measures`. */
export const measuresCommand: AccessCommand<Options> = {
  name: 'measures',
  arguments: [],
  description: 'measure how far the estate knows and trusts whom it lets in',
  addOptions: (command) =>
    command.option('--log <file>', 'sign-ins of Microsoft Graph: GET /auditLogs/signIns'),
  examples: ['measures', 'measures --log sign-ins.json --json'],
  answer: (_, { log }, opened) => {
    const { estate, model, view, surroundings } = opened;
    const { reading } = openTenant(opened);
    const read = log === undefined ? undefined : readSignInRecords(readJsonFile(log, surroundings), log);
    printDiagnostics(read?.diagnostics ?? [], surroundings);
    const measures = accessMeasures({
      model,
      reading,
      objects: estate.objects,
      signIns: read?.records ?? [],
      ...(view.at === undefined ? {} : { at: view.at }),
    });
    return { json: measures, lines: measures.flatMap(tell) };
  },
};

const examplesShownMax = 5;

function tell({ name, what, good, of, percent, examples, unseen }: AccessMeasure): string[] {
  const share = percent === undefined ? '   -' : `${percent.toFixed(0).padStart(3)}%`;
  return [
    `${share}  ${name}: ${good} of ${of} ${what}`,
    ...examples.slice(0, examplesShownMax).map((one) => `        not ${one}`),
    ...(examples.length > examplesShownMax ? [`        and others`] : []),
    ...unseen.map((one) => `      ? ${one}`),
  ];
}
