/**
 * Why a reference names no artifact. `problem` is half a sentence that a diagnostic ends with; `code` is the one that Bicep gives the
 * same mistake (articles/azure-resource-manager/bicep/bicep-core-diagnostics.md).
 */
export interface ReferenceProblem {
  readonly code: `BCP${number}`;
  readonly problem: string;
}

/** A {@link ReferenceProblem}. What the user wrote is shortened where it is long. */
export function referenceProblem(code: ReferenceProblem['code'], problem: string): ReferenceProblem {
  return { code, problem };
}

/** A part of a reference as a problem quotes it. */
export function quoted(text: string): string {
  return text.length > quotedLengthMax ? `\`${text.slice(0, quotedLengthMax)}…\`` : `\`${text}\``;
}

const quotedLengthMax = 80;
