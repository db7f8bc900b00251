const lengthMax = 64;

/** A name as people read it: one that is computed from unknown values may be a long expression. */
export function shownName(name: string): string {
  return name.length > lengthMax ? `${name.slice(0, lengthMax - 1)}…` : name;
}
