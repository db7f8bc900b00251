import { fold, type ObjectNode } from '../../kernel/index.ts';
import { isArtifactReference } from '../program/artifact-reference.ts';
import type { BicepModel } from '../program/bicep-model.ts';
import type { ModuleFacts } from '../program/module-facts.ts';
import type { TextSyntax } from '../syntax/index.ts';
import type { BicepParameters, UsedTemplate } from './bicep-parameters.ts';
import { checkParameters } from './check-parameters.ts';
import { lowerParameters } from './lower-parameters.ts';

/** Reads a .bicepparam file, without the diagnostics, which are those of all files that it uses. */
export function makeParameters(model: BicepModel): Omit<BicepParameters, 'diagnostics' | 'references'> {
  const { using } = model.binding;
  const template = using?.path === undefined ? undefined : model.usingOf(using.path);
  checkParameters(model, template);
  const root = withoutUndeclared(lowerParameters(model), template);
  const used = using === undefined ? undefined : usedTemplate(using.path, template);
  return { source: model.source, root, using: used, template: () => template?.template };
}

function usedTemplate(
  path: TextSyntax | undefined,
  template: ModuleFacts | undefined,
): UsedTemplate | undefined {
  if (path === undefined) return { kind: 'none' };
  if (path.kind !== 'string') return undefined;
  if (!isArtifactReference(path.value)) return { kind: 'file', reference: path.value };
  const root = template?.template;
  return {
    kind: 'artifact',
    document: root === undefined ? undefined : { source: root.source, root, diagnostics: [] },
  };
}

/** A value for a parameter that the template does not have has been reported; nobody asks for it. */
function withoutUndeclared(root: ObjectNode, template: ModuleFacts | undefined): ObjectNode {
  if (template?.parameters === undefined) return root;
  const declared = new Set(template.parameters.map((one) => fold(one.name)));
  const kept = (object: ObjectNode): ObjectNode => ({
    ...object,
    properties: object.properties.filter(({ name }) => declared.has(fold(name))),
  });
  return {
    ...root,
    properties: root.properties.map((property) =>
      property.name === 'parameters' && property.value.kind === 'object'
        ? { ...property, value: kept(property.value) }
        : property,
    ),
  };
}
