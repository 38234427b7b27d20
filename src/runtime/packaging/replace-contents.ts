import { isContent } from "./binary-content.js";
import type { BinaryContent } from "./binary-content.js";

/** Deeper values are left to the encoder, which refuses them. */
const DEEPEST = 2000;

/** A value with other contents in it; what holds none of them is not copied. */
export function replaceContents(
  value: unknown,
  replace: (content: BinaryContent) => BinaryContent,
): unknown {
  const seen = new Map<object, unknown>();
  const visit = (each: unknown, depth: number): unknown => {
    if (typeof each !== "object" || each === null || depth > DEEPEST) {
      return each;
    }
    if (isContent(each)) return replace(each);
    if (ArrayBuffer.isView(each) || each instanceof Date) return each;
    const known = seen.get(each);
    if (known !== undefined) return known;
    // What leads back to itself is refused by the encoder.
    seen.set(each, each);
    const copy = copyWith(each, (member) => visit(member, depth + 1));
    seen.set(each, copy);
    return copy;
  };
  return visit(value, 0);
}

function copyWith(value: object, change: (member: unknown) => unknown): object {
  let copy: object | undefined;
  for (const [key, member] of Object.entries(value)) {
    const changed: unknown = change(member);
    if (changed === member) continue;
    // With all that is kept out of sight in it.
    copy ??= Object.defineProperties(
      Array.isArray(value) ? [] : {},
      Object.getOwnPropertyDescriptors(value),
    );
    Object.defineProperty(copy, key, {
      value: changed,
      enumerable: true,
      configurable: true,
      writable: true,
    });
  }
  return copy ?? value;
}
