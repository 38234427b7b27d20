import yargs from "yargs";
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
export async function parseArguments(
  args: readonly string[],
  commands: readonly Command[],
): Promise<ParsedArguments> {
  let chosen: { command: Command; values: Values } | undefined;
  const parser = createParser();
  for (const command of commands) {
    const { name, positional, description } = command;
    parser.command(
      positional ? `${name} [${positional.name}..]` : name,
      description,
      (builder) => addOptions(builder, command),
      (values) => void (chosen = { command, values }),
    );
  }
  await parse(parser, args);
  if (chosen === undefined) return failWithoutCommand(args, commands);
  return toCall(chosen.command, chosen.values);
}

type Parser = ReturnType<typeof yargs>;

function createParser(): Parser {
  return (
    yargs([])
      .scriptName("soapstone")
      // Messages are part of the output, which must not depend on the user's language.
      .locale("en")
      .help(false)
      .version(false)
      .exitProcess(false)
      .parserConfiguration({
        "boolean-negation": true,
        "camel-case-expansion": false,
        "dot-notation": false,
        "greedy-arrays": false,
        "parse-numbers": false,
        "parse-positional-numbers": false,
      })
  );
}

function addOptions(builder: Parser, command: Command): Parser {
  const { positional, switches = {} } = command;
  if (positional) {
    builder.positional(positional.name, { type: "string", array: true });
  }
  for (const name of Object.keys(switches)) {
    builder.option(name, { type: "boolean" });
  }
  for (const name of command.settings) addSetting(builder, settings[name]);
  return builder;
}

function addSetting(builder: Parser, setting: Setting): void {
  const { flag, aliases = [], kind } = setting;
  builder.option(flag, {
    alias: [...aliases],
    type: kind === "switch" ? "boolean" : "string",
  });
}

/** Runs the parser; its complaints are thrown. */
async function parse(parser: Parser, args: readonly string[]): Promise<void> {
  parser.fail((message, error) => {
    // The parser's own complaints are about the command line too.
    const isOurs = error !== undefined && error.name !== "YError";
    throw isOurs ? error : new UsageProblem(error?.message ?? message);
  });
  await parser.parseAsync([...args]);
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

/** `_` holds the command's name, and what follows `--`. */
function toInputs(command: Command, values: Values): readonly string[] {
  const rest = toTexts(values["_"]).slice(1);
  const { positional } = command;
  if (positional !== undefined) {
    return [...toTexts(values[positional.name]), ...rest];
  }
  const [first] = rest;
  if (first === undefined) return [];
  throw new UsageProblem(
    `${command.name} takes no argument "${first}"`,
    command.name,
  );
}

function toTexts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

/** Unknown flags are errors: a slip must not pass unnoticed. */
function checkNames(command: Command, values: Values): void {
  const known = new Set(["_", "$0"]);
  if (command.positional) known.add(command.positional.name);
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
    const texts = Array.isArray(value) ? value.map(String) : [String(value)];
    const list = splitList(texts);
    return list.length === 0 ? fail("needs a value") : list;
  }
  if (Array.isArray(value)) return fail("was given more than once");
  const text = String(value);
  if (text === "") return fail("needs a value");
  if (choices !== undefined && !choices.includes(text)) {
    const near = suggestion(text, choices);
    return fail(`must be one of ${choices.join(", ")}, not "${text}"${near}`);
  }
  return text;
}
