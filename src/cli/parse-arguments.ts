import { Parser } from "yargs/helpers";
// Not from index.ts: the help has to be there before the rest of soapstone could be loaded.
import { settings, type Setting, type SettingName } from "../config/setting.js";
import { splitList, type SettingValues } from "../config/setting-values.js";
import { suggestion } from "../config/suggestion.js";
import type { Command } from "./command.js";
import { UsageProblem } from "./usage-problem.js";

/** A command and what it was given. */
export interface ParsedArguments {
  readonly command: Command;
  readonly inputs: readonly string[];
  readonly flags: SettingValues;
  readonly switches: ReadonlySet<string>;
}

type Values = Readonly<Record<string, unknown>>;

/** Understands the command line, or throws a `UsageProblem`. Help and version were dealt with before. */
export function parseArguments(
  args: readonly string[],
  commands: readonly Command[],
): ParsedArguments {
  const { _: words } = parse(args, allOptions(commands));
  const [name] = toTexts(words);
  const command = commands.find((each) => each.name === name);
  if (command === undefined) return failWithoutCommand(args, commands);
  return toCall(command, parse(args, optionsOf(command)));
}

type Options = Pick<Parser.Options, "alias" | "array" | "boolean" | "string">;

/** Only to find the command among what may stand before it. */
function allOptions(commands: readonly Command[]): Options {
  const all = commands.map(optionsOf);
  return {
    boolean: all.flatMap(({ boolean }) => boolean),
    alias: Object.fromEntries(
      all.flatMap(({ alias }) => Object.entries(alias)),
    ),
  };
}

function optionsOf({ settings: names, switches = {} }: Command) {
  const all = names.map((name): Setting => settings[name]);
  const flags = (isSwitch: boolean): string[] =>
    all
      .filter(({ kind }) => (kind === "switch") === isSwitch)
      .map(({ flag }) => flag);
  return {
    boolean: [...flags(true), ...Object.keys(switches)],
    string: flags(false),
    array: all.flatMap(({ flag, isGreedy }) => (isGreedy ? [flag] : [])),
    alias: Object.fromEntries(
      all.map(({ flag, aliases = [] }) => [flag, [...aliases]]),
    ),
  } satisfies Options;
}

/** Values by flag and by alias; `_` are the words that are none. */
function parse(args: readonly string[], options: Options): Values {
  const { argv, error } = Parser.detailed(args.map(hideStdin), {
    ...options,
    configuration: {
      "boolean-negation": true,
      "camel-case-expansion": false,
      "dot-notation": false,
      "greedy-arrays": true,
      "parse-numbers": false,
      "parse-positional-numbers": false,
    },
  });
  // The parser's complaints are about the command line.
  if (error !== null) throw new UsageProblem(error.message);
  return argv;
}

function failWithoutCommand(
  args: readonly string[],
  commands: readonly Command[],
): never {
  const name = args.find((argument) => !argument.startsWith("-"));
  if (name === undefined) throw new UsageProblem("No command was given");
  const near = suggestion(
    name,
    commands.map((command) => command.name),
  );
  throw new UsageProblem(`There is no command "${name}"${near}`);
}

function toCall(command: Command, values: Values): ParsedArguments {
  checkNames(command, values);
  const flags = new Map<SettingName, string | boolean | readonly string[]>();
  for (const name of command.settings) {
    const value = toSetting(settings[name], values, command);
    if (value !== undefined) flags.set(name, value);
  }
  const switches = Object.keys(command.switches ?? {}).filter(
    (name) => values[name] === true,
  );
  return {
    command,
    inputs: toInputs(command, values),
    flags: Object.fromEntries(flags),
    switches: new Set(switches),
  };
}

/** `_` holds the command's name, and what follows it. */
function toInputs(command: Command, values: Values): readonly string[] {
  const inputs = toTexts(values["_"]).slice(1);
  const [first] = inputs;
  if (command.positional !== undefined || first === undefined) return inputs;
  throw new UsageProblem(
    `${command.name} takes no argument "${first}"`,
    command.name,
  );
}

function hideStdin(text: string): string {
  return text === "-" ? STDIN : text;
}

/** Stands for `-` on the way through yargs, which takes it for the beginning of a flag. */
const STDIN = "\0stdin";

function toText(value: unknown): string {
  return value === STDIN ? "-" : String(value);
}

function toTexts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(toText) : [];
}

/** Unknown flags are errors: a slip must not pass unnoticed. */
function checkNames(command: Command, values: Values): void {
  const known = new Set(["_"]);
  for (const name of Object.keys(command.switches ?? {})) known.add(name);
  for (const name of command.settings) {
    const { flag, aliases = [] }: Setting = settings[name];
    for (const one of [flag, ...aliases]) known.add(one);
  }
  const unknown = Object.keys(values).find((name) => !known.has(name));
  if (unknown === undefined) return;
  const flags = [...known, "help"].filter((name) => /^[a-z-]{2,}$/.test(name));
  const near = suggestion(unknown, flags).replace('"', '"--');
  const dashes = unknown.length === 1 ? "-" : "--";
  throw new UsageProblem(
    `${command.name} has no option ${dashes}${unknown}${near}`,
    command.name,
  );
}

function toSetting(
  setting: Setting,
  values: Values,
  command: Command,
): string | boolean | readonly string[] | undefined {
  const { flag, kind, choices } = setting;
  const value = values[flag];
  if (value === undefined) return undefined;
  const fail = (problem: string): never => {
    throw new UsageProblem(`--${flag} ${problem}`, command.name);
  };
  if (kind === "switch") return value === true;
  if (kind === "list") {
    const texts = Array.isArray(value) ? value.map(toText) : [toText(value)];
    const list = splitList(texts);
    return list.length === 0 ? fail("needs a value") : list;
  }
  if (kind === "texts")
    return Array.isArray(value) ? value.map(toText) : [toText(value)];
  if (Array.isArray(value)) return fail("was given more than once");
  const text = toText(value);
  if (text === "") return fail("needs a value");
  if (choices !== undefined && !choices.includes(text)) {
    const near = suggestion(text, choices);
    return fail(`must be one of ${choices.join(", ")}, not "${text}"${near}`);
  }
  return text;
}
