import { fold, type GrantPrincipal, textOfValue, Unknown, type Value } from '../../kernel/index.ts';
import { type ExpandedResource, type Expression, parseExpression } from '../../template/index.ts';
import { keyOf } from '../deployment-resource.ts';
import { type DeployedResources, shownName } from './deployed-resources.ts';
import { expressionTarget, type NamedTarget, namedTarget } from './named-target.ts';
import { resourceWord } from './resource-words.ts';

/** Looks up what a directory knows of an object id: its name as a sentence names it. */
export type PrincipalLookup = (id: string) => string | undefined;

/** Who `principalId` or `objectId` of a resource means. `stated` is the `principalType`, where there is one. */
export function grantPrincipal(
  value: Value | undefined,
  stated: Value | undefined,
  near: ExpandedResource,
  deployed: DeployedResources,
  lookup: PrincipalLookup = () => undefined,
): GrantPrincipal {
  const kind = kindOf(stated);
  if (typeof value === 'string') {
    const name = lookup(value);
    return { kind, id: value, text: name ?? `the ${wordOf(kind)} ${value}`, usedBy: [] };
  }
  if (!(value instanceof Unknown)) return { kind: 'unknown', text: 'nobody that the code names', usedBy: [] };
  const identity = identityOf(value.expression);
  if (identity !== undefined) return identityPrincipal(identity, near, deployed);
  const parameter = value.causes.find((one) => one.kind === 'parameter');
  const text =
    parameter === undefined
      ? `a ${wordOf(kind)} that is not known before the deployment: ${shownName(value.expression)}`
      : `the ${wordOf(kind)} that ${parameter.name} names`;
  return { kind, text, usedBy: [] };
}

/** A managed identity that an expression asks for. */
interface AskedIdentity {
  readonly target: NamedTarget;
  readonly isSystem: boolean;
}

/** `reference(app, '...', 'full').identity.principalId`, and `reference(identity).principalId`. */
function identityOf(text: string): AskedIdentity | undefined {
  const names: string[] = [];
  let expression: Expression | { readonly kind: 'problem' } = parseExpression(`[${text}]`);
  while (expression.kind === 'member' || expression.kind === 'index') {
    if (expression.kind === 'member') names.unshift(fold(expression.name));
    else if (expression.index.kind === 'literal') names.unshift(fold(textOfValue(expression.index.value)));
    else names.unshift(text.slice(expression.index.start - 1, expression.index.end - 1));
    expression = expression.target;
  }
  if (names.at(-1) !== 'principalid' || expression.kind !== 'call' || fold(expression.name) !== 'reference')
    return undefined;
  const [first] = expression.args;
  if (first === undefined) return undefined;
  const at = names.indexOf('userassignedidentities');
  const named = at === -1 ? undefined : names[at + 1];
  if (named !== undefined) {
    const target = named.startsWith('/') ? namedTarget(named) : expressionTarget(named);
    return { target, isSystem: false };
  }
  return {
    target: expressionTarget(text.slice(first.start - 1, first.end - 1)),
    isSystem: names.includes('identity'),
  };
}

function identityPrincipal(
  { target, isSystem }: AskedIdentity,
  near: ExpandedResource,
  deployed: DeployedResources,
): GrantPrincipal {
  const found = deployed.find(target, near);
  const type = found?.type ?? target.type;
  const name = found === undefined ? target.name : shownName(found.name);
  const word = type === '' ? 'resource' : resourceWord(type, found?.body);
  const id = found === undefined ? (target.id ?? `[${target.key}]`) : textOfValue(found.id);
  const text = `the ${word} ${name === '' ? shownName(target.key) : name}`;
  if (isSystem)
    return { kind: 'systemIdentity', text: `${text} (system identity)`, resourceId: id, usedBy: [] };
  const usedBy = deployed
    .usersOf(found === undefined ? target.key : keyOf(found.id))
    .map((one) => `the ${resourceWord(one.type, one.body)} ${shownName(one.name)}`);
  return { kind: 'userIdentity', text, resourceId: id, usedBy };
}

function kindOf(stated: Value | undefined): GrantPrincipal['kind'] {
  switch (typeof stated === 'string' ? fold(stated) : '') {
    case 'user':
      return 'user';
    case 'group':
    case 'foreigngroup':
      return 'group';
    case 'serviceprincipal':
      return 'servicePrincipal';
    default:
      return 'unknown';
  }
}

const kindWords: Readonly<Record<GrantPrincipal['kind'], string>> = {
  systemIdentity: 'system identity',
  userIdentity: 'managed identity',
  user: 'user',
  group: 'group',
  servicePrincipal: 'service principal',
  unknown: 'principal',
};

function wordOf(kind: GrantPrincipal['kind']): string {
  return kindWords[kind];
}
