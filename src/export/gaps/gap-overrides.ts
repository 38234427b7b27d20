import type { Gap } from "./gap.js";

/** Where the JSON schema of overrides files is, from a project that has soapstone installed. */
export const overridesSchema =
  "./node_modules/soapstone/src/schemas/overrides.schema.json";

/** The overrides file that would fill the gaps, with `?` where only the user knows. */
export function gapOverrides(gaps: readonly Gap[]): unknown {
  const members = gaps.filter(({ kind }) => kind !== "endpoint");
  const hasEndpoint = members.length < gaps.length;
  return {
    $schema: overridesSchema,
    ...(hasEndpoint ? { service: { endpoint: "?" } } : {}),
    ...(members.length === 0
      ? {}
      : { members: Object.fromEntries(members.map(memberEntry)) }),
  };
}

/** A cut-off has members, whose names are to be filled in too; anything else may be of any type. */
function memberEntry({ path, kind }: Gap): readonly [string, unknown] {
  const type = { type: "?" };
  return [path, kind === "cut-off" ? { members: { "?": type } } : type];
}
