/**
 * What terminals and prettier count as two columns: East Asian wide and full-width characters (Unicode Standard Annex
 * 11), and emoji; the halves of flags are one each.
 */
const wide =
  /[\u1100-\u115f\u2329\u232a\u2630-\u2637\u268a-\u268f\u2e80-\u303e\u3041-\u3247\u3250-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{16fe0}-\u{18df2}\u{1aff0}-\u{1b2fb}\u{1d300}-\u{1d376}\u{1f200}-\u{1f265}\u{20000}-\u{3fffd}]|(?![\u{1f1e6}-\u{1f1ff}])[\p{Emoji_Presentation}\p{Emoji_Modifier_Base}]/u;

/** Controls, and marks that stand on the character before them. */
const zeroWidth = /[\p{Cc}\p{Mn}\p{Me}]/u;

/** Columns a text takes. */
export function stringWidth(text: string): number {
  if (/^[\u0020-\u007e]*$/.test(text)) return text.length;
  let width = 0;
  for (const character of text) {
    if (zeroWidth.test(character)) continue;
    width += wide.test(character) ? 2 : 1;
  }
  return width;
}
