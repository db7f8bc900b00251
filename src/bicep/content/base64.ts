/** Bytes in base64, as `loadFileAsBase64` gives them. */
export function base64Of(bytes: Uint8Array): string {
  const parts: string[] = [];
  // A call takes only so many arguments; a multiple of three leaves no padding inside.
  for (let at = 0; at < bytes.length; at += 6144)
    parts.push(btoa(String.fromCharCode(...bytes.subarray(at, at + 6144))));
  return parts.join('');
}
