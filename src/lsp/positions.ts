import { posix } from 'node:path';
import type { Position, Range } from 'vscode-languageserver';
import type { Finding } from '../kernel/index.ts';
import { childNode, type JsonDocument, type JsonNode, type Source, type Span } from '../kernel/index.ts';
import {
  type Declaration,
  type Inspection,
  inspect,
  isParameterFile,
  parameterDeclaration,
} from '../template/index.ts';
import type { TemplateCheck } from './template-check.ts';
import { rangeOfPlace, touches } from './text-range.ts';

/** The findings that are told at a range of a file: at the place of use, and where their value is written. */
export function findingsAt(check: TemplateCheck, file: string, range: Range): Finding[] {
  const isAt = (place: Finding['place']) =>
    place.file === file && touches(rangeOfPlace(place, check.sources.get(file)), range);
  return check.result.report.findings.filter((one) => {
    const owner = one.origins.at(-1);
    return isAt(one.place) || (owner !== undefined && isAt(owner.place));
  });
}

/** What stands at an offset of a file that had a part in a check. */
export function inspectionAt(check: TemplateCheck, file: string, offset: number): Inspection | undefined {
  for (const { expansion } of check.result.expansions) {
    const found = expansion.deployment && inspect(expansion.deployment, { path: file, offset });
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The parameter of the template that an offset of a parameter file is about. */
export function parameterAt(
  check: TemplateCheck,
  document: JsonDocument,
  offset: number,
): Declaration | undefined {
  if (!isParameterFile(document)) return undefined;
  const name = parameterNameAt(childNode(document.root, 'parameters'), document.source, offset);
  const expansion = check.result.expansions.find(
    ({ template }) => template.parameterFile === document.source.path,
  )?.expansion;
  return name === undefined || expansion?.deployment === undefined
    ? undefined
    : parameterDeclaration(expansion.deployment, name);
}

function parameterNameAt(
  parameters: JsonNode | undefined,
  source: Source,
  offset: number,
): string | undefined {
  if (parameters?.kind !== 'object') return undefined;
  return parameters.properties.find(
    ({ nameStart, value }) => value.source.path === source.path && nameStart <= offset && offset <= value.end,
  )?.name;
}

const pathLengthMax = 512;

/** The file that a text between quotes names, where it had a part in a check. */
export function fileNamedAt(check: TemplateCheck, file: string, offset: number): Span | undefined {
  const text = check.sources.get(file)?.text ?? '';
  const before = /[^'"\n\r]*$/.exec(text.slice(Math.max(offset - pathLengthMax, 0), offset))?.[0] ?? '';
  const after = /^[^'"\n\r]*/.exec(text.slice(offset, offset + pathLengthMax))?.[0] ?? '';
  const path = posix.normalize(posix.join(posix.dirname(file), before + after));
  const source = path === file ? undefined : check.sources.get(path);
  return source && { source, start: 0, end: 0 };
}

/** A position as a range without length. */
export function rangeAt(position: Position): Range {
  return { start: position, end: position };
}
