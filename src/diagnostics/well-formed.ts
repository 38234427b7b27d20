/** Replaces lone surrogates, which UTF-8, URIs and XML cannot hold. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, "\uFFFD");
}
