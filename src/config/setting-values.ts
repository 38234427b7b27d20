import type { SettingName } from "./setting.js";

/** Settings from one place; what was not set is absent. Values have the type that the setting's `kind` says. */
export type SettingValues = Readonly<
  Partial<Record<SettingName, string | boolean | readonly string[]>>
>;

export function textOf(
  values: SettingValues,
  name: SettingName,
): string | undefined {
  const value = values[name];
  return typeof value === "string" ? value : undefined;
}

export function switchOf(
  values: SettingValues,
  name: SettingName,
): boolean | undefined {
  const value = values[name];
  return typeof value === "boolean" ? value : undefined;
}

export function listOf(
  values: SettingValues,
  name: SettingName,
): readonly string[] | undefined {
  const value = values[name];
  return typeof value === "object" ? value : undefined;
}

/** Several patterns may be given in one text: `Get*,Find*`. */
export function splitList(texts: readonly string[]): readonly string[] {
  return texts
    .flatMap((text) => text.split(","))
    .map((text) => text.trim())
    .filter((text) => text !== "");
}
