/** Keeps text from being read as an embedded link (SARIF 2.1.0 §3.11.6); brackets are literal everywhere else. */
export function unlinked(text: string): string {
  return text.replace(/\](?=\()/g, '] ');
}
