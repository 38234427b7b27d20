import { family } from "./entry.js";

/** Findings about the command line and the config. */
export const cliCatalogue = family({
  "cli/usage": {
    severity: "error",
    title: "Wrong usage",
    message: "{problem}",
    cause:
      "The command line has a command, flag or value that soapstone does not know.",
    fix: "Run `soapstone {command}--help` for what there is.",
    bad: "soapstone generate page.html --ouput src/api",
    good: "soapstone generate page.html --out src/api",
  },
  "cli/no-inputs": {
    severity: "error",
    title: "Nothing to read",
    message: "No inputs were given, and no config names services",
    cause:
      "soapstone reads WSDL, XSD and documentation pages; it was told of none.",
    fix: "Name an input, as in `soapstone {command} page.html`, or run `soapstone init` for a config.",
    bad: "soapstone generate",
    good: "soapstone generate page.html -o src/api",
  },
  "cli/unknown-code": {
    severity: "error",
    title: "No such code",
    message: 'There is no diagnostic code "{code}"{suggestion}',
    cause:
      "Codes have the form phase/slug and are listed by `soapstone explain`.",
    fix: "Run `soapstone explain` for the list of codes.",
    bad: "soapstone explain output/handedited",
    good: "soapstone explain output/hand-edited",
  },
  "cli/nothing-found": {
    severity: "error",
    title: "No specs found",
    message:
      "Neither WSDL files nor documentation pages with sample messages were found in {path}",
    cause:
      "init looks for specs/<service>/, for .wsdl files and for pages that show a SOAP envelope, a few folders deep.",
    fix: "Put the specs of each service into specs/<service>/ and run `soapstone init` again.",
    bad: "soapstone init in an empty folder",
    good: "soapstone init beside specs/customers/page.html",
  },
  "config/not-found": {
    severity: "error",
    title: "Config not found",
    message: "There is no config at {path}",
    cause:
      "--config or SOAPSTONE_CONFIG names a file that does not exist or cannot be read.",
    fix: "Correct the path, or leave --config out to use soapstone.config.json, .js, .mjs or .ts, or package.json.",
    bad: "soapstone generate --config soapston.json",
    good: "soapstone generate --config soapstone.config.json",
  },
  "config/ambiguous": {
    severity: "error",
    title: "Several configs",
    message: "More than one config applies: {paths}",
    cause:
      'A folder may have one soapstone.config file or a "soapstone" key in package.json, not both.',
    fix: "Keep one of {paths}, or name one with --config.",
    bad: "soapstone.config.ts beside soapstone.config.json",
    good: "soapstone.config.ts alone",
  },
  "config/exists": {
    severity: "error",
    title: "There is a config already",
    message: "{path} exists; init writes no second config",
    cause: "init never overwrites a config.",
    fix: "Edit {path}, or delete it and run `soapstone init` again.",
    bad: "soapstone init; soapstone init",
    good: "soapstone init",
  },
  "config/syntax": {
    severity: "error",
    title: "Config is not valid JSON",
    message: "The config is not valid JSON: {reason}",
    cause: "JSON has no comments, no trailing commas, and double quotes only.",
    fix: "Correct the JSON here; soapstone.config.js allows comments.",
    bad: '{ "output": "generated", }',
    good: '{ "output": "generated" }',
  },
  "config/load-failed": {
    severity: "error",
    title: "Config cannot be loaded",
    message: "{path} could not be loaded: {reason}",
    cause: "The config is a program, and running it failed.",
    fix: "Correct {path}; `node {path}` shows the same error.",
    bad: "export defualt {}",
    good: "export default {}",
  },
  "config/typescript": {
    severity: "error",
    title: "Config in TypeScript needs a newer Node",
    message: "{path} is TypeScript, which Node {version} does not run",
    cause: "Node runs TypeScript files from version 22.18 on.",
    fix: "Use Node 22.18 or newer, or rename the config to soapstone.config.js (without types) or soapstone.config.json.",
    bad: "soapstone.config.ts on Node 20",
    good: "soapstone.config.js on Node 20",
  },
  "config/bad-value": {
    severity: "error",
    title: "Wrong value in the config",
    message: '"{key}" must be {expected}, not {received}',
    cause: "The value has the wrong type or is not one of those allowed.",
    fix: 'Set "{key}" to {expected}.',
    bad: '{ "importExtension": ".mjs" }',
    good: '{ "importExtension": ".js" }',
  },
  "config/unknown-key": {
    severity: "error",
    title: "Unknown config key",
    message: 'There is no config key "{key}"{suggestion}',
    cause: "Unknown keys are errors, so that slips do not pass unnoticed.",
    fix: 'Remove "{key}", or use one of: {known}.',
    bad: '{ "ouput": "generated" }',
    good: '{ "output": "generated" }',
  },
  "config/unknown-variable": {
    severity: "error",
    title: "Unknown environment variable",
    message: "There is no setting {name}{suggestion}",
    cause:
      "Variables that begin with SOAPSTONE_ are settings; unknown ones are errors, so that slips do not pass unnoticed.",
    fix: "Unset {name}, or use one of: {known}.",
    bad: "SOAPSTONE_OUPUT=src/api soapstone generate",
    good: "SOAPSTONE_OUTPUT=src/api soapstone generate",
  },
  "config/no-services": {
    severity: "error",
    title: "No services",
    message: 'The pattern "{pattern}" matches no folder',
    cause:
      'With "services" as a pattern, each matching folder is one service, named after the folder.',
    fix: 'Create a folder that "{pattern}" matches, or list the services by name.',
    bad: '{ "services": "spec/*" } where the folder is called specs',
    good: '{ "services": "specs/*" }',
  },
  "config/unknown-service": {
    severity: "error",
    title: "Neither a file nor a service",
    message: 'Neither a file nor a service is called "{name}"{suggestion}',
    cause:
      "With a config, inputs are names of its services, or files, folders, patterns and URLs.",
    fix: "Name one of the services ({known}), or a file.",
    bad: "soapstone generate ordrs",
    good: "soapstone generate orders",
  },
  "config/no-templates": {
    severity: "error",
    title: "No folder of templates",
    message: "The folder of templates {path} does not exist",
    cause:
      "Templates in the folder replace those of soapstone that have the same name; without the folder none would be replaced.",
    fix: "Correct the path, which is relative to the config, or to the current folder after --templates.",
    bad: "soapstone generate --templates template",
    good: "soapstone generate --templates templates",
  },
  "config/bad-template": {
    severity: "error",
    title: "Template cannot be used",
    message: "The template {path} cannot be used: {reason}",
    cause:
      "Templates are written for Handlebars in its strict mode: every name in them has to be one of the view, which the first line of soapstone's own template names.",
    fix: "Correct {path}, beginning with a copy of soapstone's own template of that name.",
    bad: "{{#if isDeprecated}} without its end",
    good: "{{#if isDeprecated}}…{{/if}}",
  },
  "config/bad-service-name": {
    severity: "error",
    title: "Service name is no folder name",
    message: '"{name}" cannot be the name of a service: {reason}',
    cause:
      "Each service is generated into a folder of its name beside the folder runtime.",
    fix: "Rename it: letters, digits, '.', '_' and '-', beginning with a letter or digit; not \"runtime\".",
    bad: '{ "services": { "../x": { "inputs": ["x.wsdl"] } } }',
    good: '{ "services": { "x": { "inputs": ["x.wsdl"] } } }',
  },
});
