import {
  editedText,
  fold,
  parseJson,
  type Source,
  type TextEdit,
  textOfValue,
  type ValueObject,
} from '../../kernel/index.ts';
import { evaluatePolicy } from '../../policy/index.ts';
import {
  expand,
  type LinkedTemplateReader,
  type ParameterSource,
  readParameterFile,
} from '../../template/index.ts';
import type { CheckedTemplate } from '../check.ts';
import { deploymentResources } from '../deployment-resource.ts';
import type { DeploymentEvaluation } from '../evaluate-deployment.ts';
import { applyEdits } from './apply-edits.ts';
import { changesBetween } from './changes-between.ts';
import { applyChanges, type PropertyChange } from './property-change.ts';
import type { RemediationOptions } from './remediation-request.ts';

/** Edits of code, and what they are edits of. */
export interface PatchedCode {
  readonly edits: readonly TextEdit[];
  /** What the edits are to make of the resource. */
  readonly changes: readonly PropertyChange[];
  readonly template: CheckedTemplate;
  readonly item: DeploymentEvaluation;
  /** Reads linked templates as the check did. */
  readonly readLinked?: LinkedTemplateReader | undefined;
  /** Reads the template again with texts, by path, that win over what was read; without it only JSON can be read again. */
  readonly reread?: ((texts: ReadonlyMap<string, string>) => ReadTemplate | undefined) | undefined;
}

/** A template as it is read, with what reads those that it links. */
export type ReadTemplate = Pick<PatchedCode, 'template' | 'readLinked'>;

/**
 * Whether a policy finds nothing any more once edits are made to the code, and the resource is what the changes were to make of it: the template is read and expanded
 * again. `undefined` where that cannot be told, as for a resource that is not found again.
 */
export function patchHolds(code: PatchedCode, options: RemediationOptions): boolean | undefined {
  const { edits, changes, item } = code;
  const { assigned, resource } = item;
  const edited = code.reread === undefined ? rereadJson(code) : code.reread(applyEdits(edits));
  if (edited === undefined) return undefined;
  const { template, readLinked } = edited;
  const expansion = expand(template.document, {
    parameters: template.parameters,
    ...(template.target === undefined ? {} : { target: template.target }),
    ...(readLinked === undefined ? {} : { readLinked }),
  });
  const changed = deploymentResources(expansion.resources, options.context?.now).find(
    ({ subject, displayName, expanded }) =>
      fold(subject.type) === fold(resource.subject.type) &&
      displayName === resource.displayName &&
      textOfValue(expanded.id) === textOfValue(resource.expanded.id),
  );
  if (changed === undefined) return undefined;
  const { verdict } = evaluatePolicy(assigned.policy, changed.subject, {
    ...options,
    context: changed.context,
  });
  const expected = applyChanges(resource.expanded.body, changes);
  return (
    verdict === 'compliant' && changesBetween(plain(expected), plain(changed.expanded.body)).length === 0
  );
}

function rereadJson({ template, edits, readLinked }: PatchedCode): ReadTemplate {
  const { source } = template.document;
  return {
    template: {
      ...template,
      document: parseJson(source.path, editedText(source, edits)),
      parameters: editedParameters(template.parameters, edits),
    },
    readLinked: readLinked === undefined ? undefined : readEdited(readLinked, edits),
  };
}

/** Unknown values as their expressions, so that those of two expansions can be compared. */
function plain(body: ValueObject): ValueObject {
  return JSON.parse(textOfValue(body)) as ValueObject;
}

/** Linked templates with the edits in them. */
function readEdited(readLinked: LinkedTemplateReader, edits: readonly TextEdit[]): LinkedTemplateReader {
  const sources = new Map(edits.map(({ source }) => [source.path, source]));
  return (from, relative) => {
    const read = readLinked(from, relative);
    const source = 'problem' in read ? undefined : sources.get(read.source.path);
    return source === undefined ? read : parseJson(source.path, editedText(source, edits));
  };
}

function sourceOf(parameter: ParameterSource): Source[] {
  return parameter.kind === 'file' ? [parameter.node.source] : [];
}

/** The values of an edited parameter file are read again. */
function editedParameters(
  parameters: readonly ParameterSource[],
  edits: readonly TextEdit[],
): readonly ParameterSource[] {
  const edited = new Set(edits.map(({ source }) => source));
  const files = new Set(parameters.flatMap(sourceOf).filter((source) => edited.has(source)));
  const kept = parameters.filter((one) => !sourceOf(one).some((source) => files.has(source)));
  const read = [...files].flatMap((source) =>
    readParameterFile(parseJson(source.path, editedText(source, edits)).root).filter(
      ({ kind }) => kind === 'file',
    ),
  );
  return [...kept, ...read];
}
