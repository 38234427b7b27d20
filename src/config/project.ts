import type { Severity } from "../diagnostics/index.js";
import type { SourceText } from "../source/index.js";

/** One service to generate: what to read and where it goes. */
export interface ProjectService {
  readonly name: string;
  /** Relative to the project's folder. */
  readonly inputs: readonly string[];
  /** Inside the output folder; '' is the output folder itself. */
  readonly folder: string;
  readonly operations?: readonly string[];
  readonly services?: readonly string[];
  readonly ports?: readonly string[];
  /** Relative to the project's folder. */
  readonly overrides?: readonly string[];
}

/** Flags, environment, config and defaults, put together. */
export interface Project {
  /** Absolute path of the folder that inputs are relative to: that of the config, else the current one. */
  readonly folder: string;
  readonly output: { readonly root: string; readonly shown: string };
  readonly services: readonly ProjectService[];
  /** The pattern of folders that the services are, where the config has one; relative to the project's folder. */
  readonly pattern?: string;
  /** The services are all there are: what was generated for others before is obsolete. */
  readonly isComplete: boolean;
  readonly importExtension: ".js" | ".ts";
  /** Relative to the project's folder. */
  readonly templates?: string;
  readonly severities: ReadonlyMap<string, Severity>;
  readonly isOffline: boolean;
  readonly catalog: ReadonlyMap<string, string>;
  readonly types: ReadonlyMap<string, string>;
  readonly isForced: boolean;
  /** One of the formats of diagnostics. */
  readonly format: string;
  readonly isVerbose: boolean;
  /** The config's text, for code frames. */
  readonly sources: readonly SourceText[];
}
