import { quoted, type ReferenceProblem, referenceProblem } from './reference-problem.ts';

/** A version of a template spec. */
export interface TemplateSpecAddress {
  readonly subscription: string;
  readonly resourceGroup: string;
  readonly name: string;
  readonly version: string;
}

/**
 * Reads `<subscription>/<resource group>/<name>:<version>`
 * (articles/azure-resource-manager/bicep/modules.md).
 */
export function parseTemplateSpecAddress(text: string): TemplateSpecAddress | ReferenceProblem {
  const [subscription = '', resourceGroup = '', last = '', ...more] = text.split('/');
  const colon = last.indexOf(':');
  if (more.length > 0 || colon < 1) {
    return referenceProblem(
      'BCP194',
      `${quoted(text)} is not of the form \`<subscription>/<resource group>/<name>:<version>\` or, with an alias, \`ts/<alias>:<name>:<version>\``,
    );
  }
  if (!guidPattern.test(subscription)) {
    return referenceProblem('BCP217', `the subscription ${quoted(subscription)} is not a GUID`);
  }
  const name = last.slice(0, colon);
  const version = last.slice(colon + 1);
  return (
    nameProblem('resource group', resourceGroup, 'BCP218', 'BCP219') ??
    nameProblem('template spec', name, 'BCP220', 'BCP221') ??
    nameProblem('version', version, 'BCP222', 'BCP223') ?? { subscription, resourceGroup, name, version }
  );
}

function nameProblem(
  what: string,
  name: string,
  tooLong: ReferenceProblem['code'],
  invalid: ReferenceProblem['code'],
): ReferenceProblem | undefined {
  if (name.length > nameLengthMax) {
    return referenceProblem(tooLong, `the name of its ${what} has more than ${nameLengthMax} characters`);
  }
  if (namePattern.test(name) && !name.endsWith('.')) return undefined;
  return referenceProblem(
    invalid,
    `the ${what} ${quoted(name)} may have letters, digits, \`.\`, \`_\`, \`-\`, \`(\` and \`)\`, and does not end with \`.\``,
  );
}

const nameLengthMax = 90;
const guidPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const namePattern = /^[\p{L}\p{Nd}._()-]+$/u;
