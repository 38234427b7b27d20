// Part of soapstone's runtime: do not edit, run `soapstone generate` instead.

import type { Members } from "./contracts.js";

/** A property of the object itself: what it inherits is not data. */
export function own(value: Members, key: string): unknown {
  const found = value[key];
  return found === undefined || Object.hasOwn(value, key) ? found : undefined;
}

/** Sets a property, whatever its name: `__proto__` becomes data too. */
export function setOwn(target: Members, key: string, value: unknown): void {
  if (key !== "__proto__") {
    target[key] = value;
    return;
  }
  Object.defineProperty(target, key, {
    value,
    enumerable: true,
    configurable: true,
    writable: true,
  });
}

/** A constructor of plain objects that get the same properties: an engine gives those of one constructor one layout. */
export function plainObjects(): new () => Members {
  function Plain(): void {}
  Plain.prototype = Object.prototype;
  // Any function that is no arrow can be a constructor; this one adds nothing.
  return Plain as unknown as new () => Members;
}

export function isObject(value: unknown): value is Members {
  return (
    typeof value === "object" &&
    value !== null &&
    !Array.isArray(value) &&
    !ArrayBuffer.isView(value) &&
    !(value instanceof Date)
  );
}
