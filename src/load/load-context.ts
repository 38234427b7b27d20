import type { DiagnosticSink } from "../diagnostics/index.js";
import type { FileAccess } from "./file-access.js";

/** What the functions that load documents share. */
export interface LoadContext {
  readonly sink: DiagnosticSink;
  readonly files: FileAccess;
  /** Absolute. */
  readonly cwd: string;
  /** Location or namespace → file, as the user wrote it. */
  readonly catalog: ReadonlyMap<string, string>;
  /** Real paths of the folders that imports may read from; grows with the inputs. */
  readonly roots: Set<string>;
  /** The path as shown to the user: relative, with `/`. */
  readonly display: (absolute: string) => string;
}
