import type { SettingName, SettingValues } from "../config/index.js";
import type { Terminal } from "./terminal.js";

/** One command of the CLI as the help shows it; what it does is loaded when it runs. */
export interface Command {
  readonly name: string;
  /** Positional arguments: any number. */
  readonly positional?: {
    readonly name: string;
    readonly description: string;
  };
  readonly description: string;
  readonly settings: readonly SettingName[];
  /** Switches of this command alone, with their descriptions. */
  readonly switches?: Readonly<Record<string, string>>;
  readonly examples?: readonly (readonly [string, string])[];
  load(): Promise<{ readonly run: RunCommand }>;
}

/** Runs a command; returns the exit code. */
export type RunCommand = (call: CommandCall) => Promise<number>;

export interface CommandCall {
  /** Positional arguments. */
  readonly inputs: readonly string[];
  readonly flags: SettingValues;
  /** Switches of the command that were given. */
  readonly switches: ReadonlySet<string>;
  readonly terminal: Terminal;
}
