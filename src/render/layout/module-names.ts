import type { Expression } from "../../plan/index.js";

/** How the values of one module are written. */
export interface ModuleNames {
  /** Constant names of namespace names. */
  readonly namespaces: ReadonlyMap<string, string>;
  /** What stands before the names of descriptors: `schemas.` where they are imported as one. */
  readonly schemas: string;
  /** Values on one line, or null where that is no way to print them: every level asks for those of all levels below. */
  readonly flat: Map<Expression, string | null>;
}

export function moduleNames(
  namespaces: ReadonlyMap<string, string> = new Map(),
  schemas = "",
): ModuleNames {
  return { namespaces, schemas, flat: new Map() };
}
