/** The candidate closest to `name` by edit distance, if it is close enough to be a slip; for "did you mean". */
export function nearest(
  name: string,
  candidates: Iterable<string>,
): string | undefined {
  if (name.length > MAX_LENGTH) return undefined;
  const limit = Math.min(
    Math.max(1, Math.floor(name.length / 3)),
    // A slip in one letter is another letter: nothing would be too far from it.
    name.length - 1,
  );
  let best: string | undefined;
  let bestDistance = limit + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - name.length) >= bestDistance) continue;
    const distance = editDistance(name.toLowerCase(), candidate.toLowerCase());
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/** Comparing takes the product of the lengths, and nobody misspells names this long. */
const MAX_LENGTH = 200;

/** Edit distance in which two letters that changed places are one slip (optimal string alignment), three rows at a time. */
function editDistance(from: string, to: string): number {
  let before: readonly number[] = [];
  let previous = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let row = 1; row <= from.length; row++) {
    const current = [row];
    for (let column = 1; column <= to.length; column++) {
      const isSame = from[row - 1] === to[column - 1];
      const isSwapped =
        from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      current.push(
        Math.min(
          (previous[column - 1] ?? 0) + (isSame ? 0 : 1),
          (previous[column] ?? 0) + 1,
          (current[column - 1] ?? 0) + 1,
          isSwapped ? (before[column - 2] ?? Infinity) + 1 : Infinity,
        ),
      );
    }
    before = previous;
    previous = current;
  }
  return previous[to.length] ?? 0;
}
