/** A part of a file: `[start, end)` in UTF-16 offsets. */
export interface SyntaxRange {
  readonly start: number;
  readonly end: number;
}

/** A name where it is written. Its text is empty and it has no length where the name is missing. */
export interface NameSyntax extends SyntaxRange {
  readonly kind: 'name';
  readonly name: string;
}

/** What stands where nothing could be read; a diagnostic says why. Whatever depends on it is unknown. */
export interface UnreadableSyntax extends SyntaxRange {
  readonly kind: 'unreadable';
}
