import type { SettingName } from "../config/index.js";
import type { Command } from "./command.js";

const reading: readonly SettingName[] = [
  "name",
  "operations",
  "services",
  "ports",
  "catalog",
  "overrides",
  "offline",
  "config",
  "format",
  "verbose",
];

const inputs = {
  name: "inputs",
  description:
    "files, folders, patterns or URLs; or names of services of the config",
};

/** All commands, in the order of the help. */
export const commandTable: readonly Command[] = [
  {
    name: "generate",
    positional: inputs,
    description: "read specs and write the SDK",
    settings: ["output", ...reading, "importExtension", "templates", "force"],
    examples: [
      ["soapstone generate page.html -o src/api", "one service from a page"],
      ["soapstone generate", "all services of the config"],
    ],
    load: () => import("./commands/generate.js"),
  },
  {
    name: "check",
    positional: inputs,
    description: "tell whether the SDK is what the specs make now; never write",
    settings: ["output", ...reading, "importExtension", "templates"],
    examples: [["soapstone check --format github", "in a pipeline"]],
    load: () => import("./commands/check.js"),
  },
  {
    name: "inspect",
    positional: inputs,
    description: "show services, operations and types, and how they are known",
    settings: reading,
    switches: {
      json: "print data instead of text",
      unknown: "only what is unknown, with the overrides to fill in",
    },
    examples: [["soapstone inspect page.html", "what a page tells"]],
    load: () => import("./commands/inspect.js"),
  },
  {
    name: "diff",
    positional: {
      name: "old new",
      description:
        "git:REF, a file, a folder or a manifest; then inputs as for generate (default: those of the config)",
    },
    description: "tell which changes of the specs break callers or code",
    settings: ["allow", ...reading],
    examples: [
      ["soapstone diff git:origin/main", "what a branch changes"],
      ["soapstone diff old.wsdl new.wsdl", "two files"],
    ],
    load: () => import("./commands/diff.js"),
  },
  {
    name: "verify",
    positional: {
      name: "pages",
      description: "help pages; or names of services of the config",
    },
    description: "make the pages' samples from what was learnt and compare",
    settings: reading,
    examples: [["soapstone verify pages/*.txt", "is anything lost?"]],
    load: () => import("./commands/verify.js"),
  },
  {
    name: "observe",
    positional: inputs,
    description: "learn from recorded messages what the pages hide",
    settings: ["from", ...reading],
    switches: {
      json: "print data instead of text",
      write: "put what was learnt into the overrides file",
    },
    examples: [
      ["soapstone observe pages --from traffic.har", "proposes overrides"],
    ],
    load: () => import("./commands/observe.js"),
  },
  {
    name: "export",
    positional: {
      name: "what",
      description: "wsdl or json, then the inputs of one service",
    },
    description: "write what is known of a service for other tools",
    settings: ["output", ...reading],
    examples: [
      ["soapstone export wsdl pages/*.txt -o x.wsdl", "a WSDL from pages"],
    ],
    load: () => import("./commands/export.js"),
  },
  {
    name: "fixtures",
    positional: inputs,
    description: "print an example of every message",
    settings: reading,
    switches: { json: "print the values, as call takes them, not the XML" },
    examples: [
      ["soapstone fixtures orders.wsdl --operations GetOrder", "one operation"],
    ],
    load: () => import("./commands/fixtures.js"),
  },
  {
    name: "call",
    positional: { name: "operation", description: "name of the operation" },
    description: "call an operation with JSON, without generated code",
    settings: [
      "spec",
      "data",
      "endpoint",
      "port",
      "header",
      "timeout",
      "lenient",
      "offline",
      "config",
      "format",
      "verbose",
    ],
    switches: { "dry-run": "print the request instead of sending it" },
    examples: [
      [
        "soapstone call GetOrder --data '{\"id\": 7}' --endpoint URL",
        "64-bit integers and binary are strings",
      ],
    ],
    load: () => import("./commands/call.js"),
  },
  {
    name: "validate",
    positional: {
      name: "messages",
      description: "files with envelopes or elements; - for stdin",
    },
    description: "check messages against the schemas of their service",
    settings: ["spec", "operation", "direction", "config", "format", "verbose"],
    examples: [
      ["soapstone validate request.xml --spec orders.wsdl", "one message"],
    ],
    load: () => import("./commands/validate.js"),
  },
  {
    name: "mock",
    positional: inputs,
    description: "play services on a local HTTP server, from fixtures",
    settings: ["listen", "answers", "fault", ...reading],
    examples: [
      ["soapstone mock orders.wsdl --listen 8080", "any SOAP client can call"],
    ],
    load: () => import("./commands/mock.js"),
  },
  {
    name: "pull",
    positional: { name: "url", description: "address of a WSDL or schema" },
    description: "store a WSDL and all it imports, with a lock file",
    settings: ["output", "name", "offline", "config", "format", "verbose"],
    examples: [
      ["soapstone pull https://example.com/Orders.svc?wsdl", "specs/Orders/"],
    ],
    load: () => import("./commands/pull.js"),
  },
  {
    name: "init",
    description: "write a config for the specs found here",
    settings: ["format", "verbose"],
    load: () => import("./commands/init.js"),
  },
  {
    name: "explain",
    positional: { name: "codes", description: "codes such as output/stale" },
    description: "explain diagnostic codes; without one, list all",
    settings: ["format", "verbose"],
    switches: { json: "print data instead of text" },
    examples: [["soapstone explain output/hand-edited", "one code"]],
    load: () => import("./commands/explain.js"),
  },
];
