import type { DiagnosticSink } from "../diagnostics/index.js";
import {
  allSettings,
  environmentName,
  type Setting,
  type SettingName,
} from "./setting.js";
import { splitList, type SettingValues } from "./setting-values.js";
import { suggestion } from "./suggestion.js";

export type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the SOAPSTONE_* variables; an empty one is as good as none. */
export function readEnvironment(
  environment: Environment,
  sink: DiagnosticSink,
): SettingValues {
  const known = new Map(
    allSettings().map(([name, setting]) => [
      environmentName(name),
      { name, setting },
    ]),
  );
  const values = new Map<SettingName, string | boolean | readonly string[]>();
  for (const [variable, text = ""] of Object.entries(environment).toSorted()) {
    if (!variable.startsWith("SOAPSTONE_") || text === "") continue;
    const found = known.get(variable);
    if (found === undefined) {
      unknownVariable(variable, [...known.keys()], sink);
      continue;
    }
    const value = parse(variable, { setting: found.setting, text }, sink);
    if (value !== undefined) values.set(found.name, value);
  }
  return Object.fromEntries(values);
}

function unknownVariable(
  name: string,
  known: readonly string[],
  sink: DiagnosticSink,
): void {
  const near = suggestion(name, known);
  const parameters = { name, suggestion: near, known: known.join(", ") };
  sink.report("config/unknown-variable", parameters);
}

function parse(
  key: string,
  { setting, text }: { readonly setting: Setting; readonly text: string },
  sink: DiagnosticSink,
): string | boolean | readonly string[] | undefined {
  const fail = (expected: string): undefined => {
    const received = `"${text.slice(0, 40)}"`;
    sink.report("config/bad-value", { key, expected, received });
    return undefined;
  };
  if (setting.kind === "list") return splitList([text]);
  if (setting.kind === "texts") return text.split("\n");
  if (setting.kind === "switch") {
    if (/^(?:1|true|yes|on)$/i.test(text)) return true;
    if (/^(?:0|false|no|off)$/i.test(text)) return false;
    return fail("true or false");
  }
  const { choices } = setting;
  if (choices !== undefined && !choices.includes(text)) {
    return fail(`one of ${choices.join(", ")}`);
  }
  return text;
}
