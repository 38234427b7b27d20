import { settings, type Setting } from "../config/setting.js";
import type { Command } from "./command.js";

/** A line of the help: what to type, and what it does. */
type Entry = readonly [string, string];

const footer = `Every flag has an environment name, and a key of the config where that makes sense
(--out: SOAPSTONE_OUTPUT, "output").
Exit codes: 0 fine, 1 problems in the specs, 2 usage or config, 3 stale, 4 breaking change,
5 cannot read, fetch or write, 70 a bug of soapstone.
`;

/** The help of all commands. Loading yargs takes longer than all the rest of printing a help (measured), so it has no part in it. */
export function renderHelp(
  commands: readonly Command[],
  columns: number,
): string {
  const entries = commands.map((command): Entry => [
    synopsis(command),
    command.description,
  ]);
  return [
    "soapstone <command> [options]\n",
    section("Commands", entries, columns),
    section("Options", generalOptions, columns),
    footer,
  ].join("\n");
}

const generalOptions: readonly Entry[] = [
  ["-h, --help", "show this, or the help of a command"],
  ["-v, --version", "show the version"],
];

/** The help of one command. */
export function renderCommandHelp(command: Command, columns: number): string {
  const { positional, switches = {}, examples = [] } = command;
  const options = [
    ...Object.entries(switches).map(([name, text]): Entry => [
      `    --${name}`,
      text,
    ]),
    ...command.settings.map((name) => settingEntry(settings[name])),
    ...generalOptions,
  ];
  return [
    `soapstone ${synopsis(command)} [options]\n\n${command.description}\n`,
    ...(positional === undefined
      ? []
      : [
          section(
            "Arguments",
            [[positional.name, positional.description]],
            columns,
          ),
        ]),
    section("Options", options, columns),
    ...(examples.length === 0 ? [] : [section("Examples", examples, columns)]),
    footer,
  ].join("\n");
}

function synopsis({ name, positional }: Command): string {
  return positional === undefined ? name : `${name} [${positional.name}..]`;
}

function settingEntry(setting: Setting): Entry {
  const { flag, aliases = [], value, choices, description } = setting;
  const short = aliases.find((alias) => alias.length === 1);
  const lead = short === undefined ? "    " : `-${short}, `;
  const argument = value === undefined ? "" : ` ${value}`;
  const list = choices === undefined ? "" : `: ${choices.join(", ")}`;
  return [`${lead}--${flag}${argument}`, `${description}${list}`];
}

function section(
  title: string,
  entries: readonly Entry[],
  columns: number,
): string {
  const width = Math.max(...entries.map(([left]) => left.length)) + 2;
  const lines = entries.map(([left, right]) => {
    const room = Math.max(20, columns - width - 2);
    const wrapped = wrap(right, room).join(`\n${" ".repeat(width + 2)}`);
    return `  ${left.padEnd(width)}${wrapped}`;
  });
  return `${title}:\n${lines.join("\n")}\n`;
}

function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === "" ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}
