import type { PlainKind } from './plain-type.ts';

/** A function of the language (articles/azure-resource-manager/bicep/bicep-functions.md). */
export interface BuiltInFunction {
  readonly name: string;
  readonly argumentsMin: number;
  readonly argumentsMax: number;
  /** What each argument may be, `any` or `lambda` included; the last one stands for all that follow. Empty where overloads differ. */
  readonly parameters: readonly (readonly ParameterKind[])[];
  readonly returns: PlainKind;
  readonly namespace: 'sys' | 'az';
}

export type ParameterKind = PlainKind | 'any' | 'lambda';

/** `name(parameters) result`: parameters with `|` between kinds, `?` where they may be left out, `...` where more may follow. */
const signatures: Readonly<Record<'sys' | 'az', string>> = {
  sys: `
    any(any) unknown
    array(any) array
    base64(string) string
    base64ToJson(string) unknown
    base64ToString(string) string
    bool(any) bool
    buildUri(object) string
    cidrHost(string,int) string
    cidrSubnet(string,int,int) string
    concat(array|string|int|bool...) unknown
    contains(object|array|string,any) bool
    dataUri(any) string
    dataUriToString(string) string
    dateTimeAdd(string,string,string?) string
    dateTimeFromEpoch(int?) string
    dateTimeToEpoch(string?) int
    distinct(array) array
    empty(null|object|array|string) bool
    endsWith(string,string) bool
    externalInput(string,any?) unknown
    fail(string) unknown
    filter(array,lambda) array
    first(array|string) unknown
    flatten(array) array
    format(string,any?...) string
    groupBy(array,lambda,lambda?) object
    guid(string...) string
    indexOf(string|array,any) int
    int(string|int) int
    intersection(object|array,object|array...) unknown
    items(object) array
    join(array,string) string
    json(string) unknown
    last(array|string) unknown
    lastIndexOf(string|array,any) int
    length(string|object|array) int
    like(string,string) bool
    loadDirectoryFileInfo(string,string?) array
    loadFileAsBase64(string) string
    loadJsonContent(string,string?,string?) unknown
    loadTextContent(string,string?) string
    loadYamlContent(string,string?,string?) unknown
    map(array,lambda) array
    mapValues(object,lambda) object
    max(int|array,int?...) int
    min(int|array,int?...) int
    nameof(any) string
    newGuid() string
    objectKeys(object) array
    padLeft(string|int,int,string?) string
    parseCidr(string) unknown
    parseUri(string) unknown
    range(int,int) array
    readCliArg(string) string
    readEnvVar(string) string
    readEnvironmentVariable(string,string?) string
    reduce(array,any,lambda) unknown
    replace(string,string,string) string
    shallowMerge(array) object
    skip(array|string,int) unknown
    sort(array,lambda) array
    split(string,string|array) array
    startsWith(string,string) bool
    string(any) string
    substring(string,int,int?) string
    take(array|string,int) unknown
    toLower(string) string
    toObject(array,lambda,lambda?) object
    toUpper(string) string
    trim(string) string
    union(object|array,object|array...) unknown
    uniqueString(string...) string
    uri(string,string) string
    uriComponent(string) string
    uriComponentToString(string) string
    utcNow(string?) string
  `,
  az: `
    deployer() unknown
    deployment() unknown
    environment() unknown
    extensionResourceId(string,string,string...) string
    getSecret(string,string,string,string,string?) string
    managementGroup(string?) unknown
    managementGroupResourceId(string,string...) string
    pickZones(string,string,string,int?,int?) array
    providers(string,string?) unknown
    reference(string,string?,string?) unknown
    resourceGroup(string?,string?) unknown
    resourceId(string,string...) string
    roleDefinitions(string) unknown
    subscription(string?) unknown
    subscriptionResourceId(string,string...) string
    tenant() unknown
    tenantResourceId(string,string...) string
    toLogicalZone(string,string,string) string
    toLogicalZones(string,string,array) array
    toPhysicalZone(string,string,string) string
    toPhysicalZones(string,string,array) array
  `,
};

function readSignature(line: string, namespace: 'sys' | 'az'): BuiltInFunction {
  const open = line.indexOf('(');
  const close = line.indexOf(')');
  const written = line.slice(open + 1, close);
  const parameters = written === '' ? [] : written.split(',');
  const required = parameters.filter((one) => !one.includes('?')).length;
  return {
    name: line.slice(0, open),
    argumentsMin: required,
    argumentsMax: written.endsWith('...') ? Number.POSITIVE_INFINITY : parameters.length,
    parameters: parameters.map((one) => one.replace(/[?.]/g, '').split('|') as ParameterKind[]),
    returns: line.slice(close + 2) as PlainKind,
    namespace,
  };
}

const functions: ReadonlyMap<string, BuiltInFunction> = new Map(
  (['sys', 'az'] as const).flatMap((namespace) =>
    signatures[namespace]
      .trim()
      .split(/\n\s*/)
      .map((line): [string, BuiltInFunction] => {
        const read = readSignature(line, namespace);
        return [read.name, read];
      }),
  ),
);

const listFunction: Omit<BuiltInFunction, 'name'> = {
  argumentsMin: 2,
  argumentsMax: 3,
  parameters: [['string'], ['string'], ['object']],
  returns: 'unknown',
  namespace: 'az',
};

/** The function of a name, as written; every name that begins with `list` is one that asks a resource. */
export function builtInFunction(name: string): BuiltInFunction | undefined {
  const found = functions.get(name);
  if (found !== undefined) return found;
  return /^list[A-Za-z0-9]*$/.test(name) ? { name, ...listFunction } : undefined;
}

export function builtInFunctionNames(): Iterable<string> {
  return functions.keys();
}
