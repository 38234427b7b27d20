// Part of soapstone's runtime: do not edit, run `soapstone generate` instead.

/** An envelope counts whatever the server calls it; an error page does not. */
export function looksLikeEnvelope(text: string): boolean {
  return /^[^<]{0,100}(?:<[?!](?:[^>[]|\[[^\]]*\])*>\s*){0,20}<(?:[^\s<>:]+:)?Envelope[\s/>]/.test(
    text.slice(0, 10_000),
  );
}
