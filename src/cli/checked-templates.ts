import type { CheckedTemplate } from '../assess/index.ts';
import type { BicepProgram } from '../bicep/index.ts';
import { type Diagnostic, Diagnostics, defaultLimits, type Limits } from '../kernel/index.ts';
import { readParameterFile, type TargetFacts } from '../template/index.ts';
import { type Config, findTemplates, matchesPattern, type Overlay } from '../workspace/index.ts';
import { bicepProgram } from './bicep-program.ts';
import type { CheckOptions } from './check-session.ts';
import type { Surroundings } from './surroundings.ts';

/** The templates that were found, with what was wrong about finding them. */
export interface CheckedTemplates {
  readonly templates: readonly CheckedTemplate[];
  readonly diagnostics: readonly Diagnostic[];
  /** What was looked at. */
  readonly paths: readonly string[];
}

/** Every template once for each of its parameter files. */
export function findCheckedTemplates(
  paths: readonly string[],
  options: CheckOptions,
  config: Config,
  surroundings: Surroundings,
  limits: Limits = defaultLimits,
  overlay?: Overlay,
  known?: BicepProgram,
): CheckedTemplates {
  const { workingFolder } = surroundings;
  const wanted = paths.length > 0 ? paths : (config.paths ?? ['.']);
  const program =
    known ?? bicepProgram([...wanted, ...(options.parameters ?? [])], surroundings, limits, overlay);
  const found = findTemplates({
    paths: wanted,
    workingFolder,
    exclude: config.exclude ?? [],
    parameterFiles: options.parameters ?? [],
    limits,
    overlay,
    program,
  });
  const diagnostics = new Diagnostics();
  for (const entry of found.diagnostics) diagnostics.add(entry);
  if (found.templates.length === 0 && !diagnostics.hasErrors)
    diagnostics.report('LG5003', { paths: wanted.join(', ') });
  const templates = found.templates.flatMap(({ document, parameterFiles }): CheckedTemplate[] => {
    const target = targetOf(document.source.path, options, config);
    if (parameterFiles.length === 0) return [{ document, parameters: [], target }];
    return parameterFiles.map((file) => {
      for (const entry of file.diagnostics) diagnostics.add(entry);
      const parameters = readParameterFile(file.root, diagnostics, limits);
      return { document, parameters, parameterFile: file.source.path, target };
    });
  });
  return { templates, diagnostics: diagnostics.list, paths: wanted };
}

function targetOf(path: string, options: CheckOptions, config: Config): TargetFacts {
  const own = (config.targets ?? []).filter((target) => matchesPattern(path, target.path));
  const given = {
    ...(options.subscription === undefined ? {} : { subscriptionId: options.subscription }),
    ...(options.resourceGroup === undefined ? {} : { resourceGroup: options.resourceGroup }),
    ...(options.location === undefined
      ? {}
      : { location: options.location, resourceGroupLocation: options.location }),
  };
  return Object.assign({}, config.target, ...own, given) as TargetFacts;
}
