/**
 * The envelope with references for two characters that the DOM of the signature library reads as line feeds, as XML 1.1
 * has it: in XML 1.0 they are what they are (§2.11), and others verify them so.
 */
export function referLineSeparators(envelope: string): string {
  return envelope.replace(
    /[\u0085\u2028]/g,
    (character) => `&#${character.charCodeAt(0)};`,
  );
}
