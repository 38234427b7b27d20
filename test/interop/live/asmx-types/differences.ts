export interface Difference {
  /** Properties from the message on, without indexes. */
  readonly path: readonly string[];
  /** Whether both have something there. */
  readonly isMissing: boolean;
  /** An array on one side only. */
  readonly isNumber: boolean;
}

/** Where two values differ: the outermost property that does. */
export function differences(
  left: unknown,
  right: unknown,
  path: readonly string[] = [],
): readonly Difference[] {
  if (Array.isArray(left) && Array.isArray(right)) {
    const length = Math.max(left.length, right.length);
    return Array.from({ length }, (_, index) =>
      differences(left[index], right[index], path),
    ).flat();
  }
  if (isRecord(left) && isRecord(right)) {
    const names = new Set([...Object.keys(left), ...Object.keys(right)]);
    return [...names].flatMap((name) =>
      differences(left[name], right[name], [...path, name]),
    );
  }
  if (isSame(left, right)) return [];
  const isMissing = left === undefined || right === undefined;
  const isNumber = Array.isArray(left) !== Array.isArray(right);
  return [{ path, isMissing, isNumber: isNumber && !isMissing }];
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return (
    typeof value === "object" &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof Uint8Array)
  );
}

function isSame(left: unknown, right: unknown): boolean {
  if (left instanceof Uint8Array && right instanceof Uint8Array)
    return Buffer.compare(left, right) === 0;
  return Object.is(left, right);
}
