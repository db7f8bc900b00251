/** Whether a reference names a module of a registry or a template spec, not a file. */
export function isArtifactReference(reference: string): boolean {
  return /^(br|ts)[:/]/.test(reference);
}
