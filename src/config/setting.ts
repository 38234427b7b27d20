/** One thing that can be set: by flag, by environment variable, by config key; in this order of precedence. */
export interface Setting {
  /** Flag without dashes. */
  readonly flag: string;
  readonly aliases?: readonly string[];
  /** Key in the config; absent for what only makes sense per run. */
  readonly key?: string;
  /** `list`: patterns, also several in one text; `texts`: given once for each value. */
  readonly kind: "text" | "switch" | "list" | "texts";
  readonly choices?: readonly string[];
  /** Name of the value in the help. */
  readonly value?: string;
  readonly description: string;
  /** A list that takes all arguments up to the next flag, as a shell expands a pattern. */
  readonly isGreedy?: true;
}

/** Everything that can be set. The help, the environment names and the validation are made from this table. */
export const settings = {
  output: {
    flag: "out",
    aliases: ["o", "output"],
    key: "output",
    kind: "text",
    value: "DIR",
    description: "folder to write into (default: generated)",
  },
  name: {
    flag: "name",
    aliases: ["n"],
    kind: "text",
    value: "NAME",
    description: "name of the service (default: that of the file or folder)",
  },
  operations: {
    flag: "operations",
    key: "operations",
    kind: "list",
    value: "PATTERN",
    description: "only operations that match, as in 'Get*,Find*'",
  },
  services: {
    flag: "services",
    kind: "list",
    value: "PATTERN",
    description: "only WSDL services that match",
  },
  ports: {
    flag: "ports",
    key: "ports",
    kind: "list",
    value: "PATTERN",
    description: "only WSDL ports that match",
  },
  overrides: {
    flag: "overrides",
    kind: "list",
    value: "FILE",
    description: "overrides files (default: *.overrides.json beside inputs)",
  },
  from: {
    flag: "from",
    kind: "list",
    isGreedy: true,
    value: "FILE",
    description: "recorded messages: .http, HAR or XML files",
  },
  importExtension: {
    flag: "import-extension",
    key: "importExtension",
    kind: "text",
    choices: [".js", ".ts"],
    value: "EXT",
    description: "extension of import specifiers (default: .js)",
  },
  templates: {
    flag: "templates",
    key: "templates",
    kind: "text",
    value: "DIR",
    description: "folder of templates that replace those of soapstone",
  },
  catalog: {
    flag: "catalog",
    kind: "list",
    value: "LOCATION=FILE",
    description: "read FILE for an imported location or namespace",
  },
  offline: {
    flag: "offline",
    key: "offline",
    kind: "switch",
    description: "never use the network",
  },
  force: {
    flag: "force",
    key: "force",
    kind: "switch",
    description: "overwrite files that were edited by hand or are not ours",
  },
  spec: {
    flag: "spec",
    aliases: ["s"],
    kind: "texts",
    value: "INPUT",
    description: "what describes the service (default: the config's services)",
  },
  data: {
    flag: "data",
    aliases: ["d"],
    kind: "text",
    value: "JSON",
    description: "input of the call: JSON, @FILE, or - for stdin",
  },
  endpoint: {
    flag: "endpoint",
    kind: "text",
    value: "URL",
    description: "where the service is (default: what the specs say)",
  },
  port: {
    flag: "port",
    kind: "text",
    value: "NAME",
    description: "WSDL port to use (default: the first)",
  },
  header: {
    flag: "header",
    aliases: ["H"],
    kind: "texts",
    value: "'NAME: VALUE'",
    description: "HTTP header to send; may be given several times",
  },
  timeout: {
    flag: "timeout",
    kind: "text",
    value: "MS",
    description: "milliseconds to wait for the answer",
  },
  lenient: {
    flag: "lenient",
    kind: "list",
    value: "RULES",
    description: "what decoding may overlook, as in 'missing,order'",
  },
  operation: {
    flag: "operation",
    kind: "text",
    value: "NAME",
    description: "operation that the messages belong to",
  },
  direction: {
    flag: "direction",
    kind: "text",
    choices: ["request", "response"],
    value: "NAME",
    description: "which of its messages they are",
  },
  listen: {
    flag: "listen",
    kind: "text",
    value: "HOST:PORT",
    description: "where to listen (default: 127.0.0.1:8080)",
  },
  answers: {
    flag: "answers",
    kind: "text",
    value: "DIR",
    description: "folder with answers: OPERATION.json or OPERATION.xml",
  },
  fault: {
    flag: "fault",
    kind: "list",
    value: "PATTERN",
    description: "operations that answer with a fault",
  },
  allow: {
    flag: "allow",
    kind: "list",
    value: "CODE",
    description: "changes to accept, as in change/port-removed",
  },
  config: {
    flag: "config",
    aliases: ["c"],
    kind: "text",
    value: "FILE",
    description: "config to use (default: soapstone.config.*, package.json)",
  },
  format: {
    flag: "format",
    key: "format",
    kind: "text",
    choices: ["text", "json", "github", "gitlab", "sarif", "junit", "markdown"],
    value: "NAME",
    description: "how problems are printed (default: text)",
  },
  verbose: {
    flag: "verbose",
    key: "verbose",
    kind: "switch",
    description: "also show notes, and details of failures",
  },
} as const satisfies Readonly<Record<string, Setting>>;

export type SettingName = keyof typeof settings;

/** All settings in the order of the table, with the literal types widened. */
export function allSettings(): readonly (readonly [SettingName, Setting])[] {
  // The table is a constant: its own keys are the names.
  return Object.entries(settings) as [SettingName, Setting][];
}

/** `--import-extension` is SOAPSTONE_IMPORT_EXTENSION; `--out` is SOAPSTONE_OUTPUT, like its config key. */
export function environmentName(name: SettingName): string {
  const words = name.replace(/[A-Z]/g, (letter) => `_${letter}`);
  return `SOAPSTONE_${words.toUpperCase()}`;
}
