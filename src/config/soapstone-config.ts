import type { Severity } from "../diagnostics/index.js";

/** What a soapstone.config file holds. Paths are relative to the file. */
export interface SoapstoneConfig {
  /** Folder to write into; "generated" if not given. */
  readonly output?: string;
  /** A pattern of folders, such as "specs/*", each one service named after the folder; or the services by name. */
  readonly services?: string | Readonly<Record<string, ServiceConfig>>;
  /** Patterns; only operations that match are kept, in every service that does not say otherwise. */
  readonly operations?: readonly string[];
  /** Patterns; only WSDL ports that match are kept, in every service that does not say otherwise. */
  readonly ports?: readonly string[];
  /** Extension of import specifiers in generated code. */
  readonly importExtension?: ".js" | ".ts";
  /** Folder of templates that replace those of soapstone, by path. */
  readonly templates?: string;
  /** Diagnostic code → severity to give it. */
  readonly severities?: Readonly<Record<string, Severity>>;
  /** Never use the network. */
  readonly offline?: boolean;
  /** Namespace or location of a document → file to read instead. */
  readonly catalog?: Readonly<Record<string, string>>;
  /** XSD type → TypeScript representation: `{ "xs:base64Binary": "stream" }` makes binary values `BinaryContent`, which is streamed. */
  readonly types?: { readonly "xs:base64Binary"?: "stream" };
  /** Overwrite files that were edited by hand or are not ours. */
  readonly force?: boolean;
  readonly format?:
    "text" | "json" | "github" | "gitlab" | "sarif" | "junit" | "markdown";
  readonly verbose?: boolean;
}

/** One service: what to read, and what of it to keep. */
export interface ServiceConfig {
  /** Files, folders, patterns and URLs; WSDL, XSD and pages in any mix. */
  readonly inputs: readonly string[];
  readonly operations?: readonly string[];
  readonly services?: readonly string[];
  readonly ports?: readonly string[];
  /** Overrides files; those named `*.overrides.json` beside the inputs are found without. */
  readonly overrides?: readonly string[];
}

/** Returns its argument: gives a config file in TypeScript or JavaScript completion and type checks. */
export function defineConfig(config: SoapstoneConfig): SoapstoneConfig {
  return config;
}
