import type { SettingName, SettingValues } from "../index.js";

/** The text that a flag was given, if it was. */
export function flagText(
  flags: SettingValues,
  name: SettingName,
): string | undefined {
  const value = flags[name];
  return typeof value === "string" ? value : undefined;
}

/** All texts that a flag was given. */
export function flagList(
  flags: SettingValues,
  name: SettingName,
): readonly string[] {
  const value = flags[name];
  return typeof value === "object" ? value : [];
}
