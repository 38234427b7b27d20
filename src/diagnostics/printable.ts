/**
 * Makes text of an input safe to show in a terminal: control characters could move the cursor or fake output,
 * and bidirectional overrides reorder what is read. Each is replaced by one visible character, so columns stay.
 */
export function printable(text: string): string {
  return text.replace(unsafeCharacters, (character) => {
    const code = character.charCodeAt(0);
    if (code === 0x09) return " ";
    if (code < 0x20) return String.fromCharCode(0x2400 + code);
    return code === 0x7f ? "\u2421" : "\uFFFD";
  });
}

// C0, DEL, C1, bidirectional embeddings, overrides and isolates, byte order mark.
const unsafeCharacters =
  /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/g;
