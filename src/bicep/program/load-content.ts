import { unwrapped } from '../binding/index.ts';
import type { FileContents } from '../content/file-contents.ts';
import type { Loading } from '../content/load-arguments.ts';
import { loadData } from '../content/load-data.ts';
import { loadFolder } from '../content/load-folder.ts';
import { loadBase64, loadText } from '../content/load-text.ts';
import { readInput, readVariable } from '../content/read-environment.ts';
import type { CallSyntax, MethodCallSyntax } from '../syntax/index.ts';
import type { BicepModel, LoadedValue } from './bicep-model.ts';

interface Loader {
  readonly argumentsMax: number;
  /** Only parameter files have the function. */
  readonly isOfParameters?: true;
  readonly load: (loading: Loading) => LoadedValue;
}

/** A loader by the name of its function. */
const loaders: ReadonlyMap<string, Loader> = new Map<string, Loader>([
  ['loadTextContent', { argumentsMax: 2, load: loadText }],
  ['loadFileAsBase64', { argumentsMax: 1, load: loadBase64 }],
  ['loadJsonContent', { argumentsMax: 3, load: (loading) => loadData(loading, 'JSON', 'BCP186') }],
  ['loadYamlContent', { argumentsMax: 3, load: (loading) => loadData(loading, 'YAML', 'BCP340') }],
  ['loadDirectoryFileInfo', { argumentsMax: 2, load: loadFolder }],
  ['readEnvironmentVariable', { argumentsMax: 2, isOfParameters: true, load: readVariable }],
  [
    'readCliArg',
    { argumentsMax: 1, isOfParameters: true, load: (loading) => readInput(loading, 'sys.cliArg') },
  ],
  [
    'readEnvVar',
    { argumentsMax: 1, isOfParameters: true, load: (loading) => readInput(loading, 'sys.envVar') },
  ],
]);

/** Whether a function of this name may be one that is answered where a file is compiled. */
export function isAnsweredByCompiler(name: string): boolean {
  return loaders.has(name);
}

/**
 * The value of a call that the compiler answers by reading a file (articles/azure-resource-manager/bicep/bicep-functions-files.md);
 * `undefined` for every other call. What JSON and YAML files hold keeps its place in them: that is where it is written and where it has
 * to be changed. A text stands where it is loaded, since its lines are no values. What is wrong is reported at the argument.
 */
export function loadContent(
  call: CallSyntax | MethodCallSyntax,
  model: BicepModel,
  contents: FileContents,
): LoadedValue | undefined {
  const loader = loaders.get(call.name.name);
  if (loader === undefined || !isOfLanguage(call, model)) return undefined;
  const { argumentsMax, isOfParameters, load } = loader;
  if (isOfParameters && model.binding.tree.dialect === 'bicep') return undefined;
  const found = call.args.length;
  if (found < 1 || found > argumentsMax) {
    const expected = argumentsMax === 1 ? '1 argument' : `1 to ${argumentsMax} arguments`;
    model.report('LG7118', { name: call.name.name, expected, found }, call);
    return { kind: 'problem' };
  }
  return load({ call, model, contents });
}

/** `load...` or `sys.load...`, not a function of that name in an import. */
function isOfLanguage(call: CallSyntax | MethodCallSyntax, model: BicepModel): boolean {
  if (call.kind === 'call') return true;
  const target = unwrapped(call.target);
  return target.kind === 'reference' && model.binding.symbolOf.get(target)?.kind === 'namespace';
}
