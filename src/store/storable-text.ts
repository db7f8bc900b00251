/** A text without what PostgreSQL cannot hold: NUL and halves of surrogate pairs; U+FFFD stands for them. */
export function storableText(text: string): string {
  return text.replace(/\0|\p{Surrogate}/gu, '\ufffd');
}
