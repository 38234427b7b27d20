import type { SchemaSet } from "./schema-set.js";
import type { Operation, Service } from "./service.js";

/** What is known about the services of one input set, linked: what plan, export, diff and the dynamic client read. */
export interface Model {
  readonly schemas: SchemaSet;
  readonly services: readonly Service[];
  /** Each operation once, however many ports and bindings carry it, in document order. */
  readonly operations: readonly Operation[];
}
