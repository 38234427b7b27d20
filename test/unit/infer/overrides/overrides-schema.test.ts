import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import {
  overrideSections,
  type Rules,
} from "../../../../src/infer/overrides/override-rules.js";
import { root } from "../../../support/infer-files.js";

/** As far as the published schema uses JSON Schema. */
interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean | Schema;
  readonly $defs?: Readonly<Record<string, Schema>>;
}

function load(): Schema {
  const text = readFileSync(
    join(root, "src/schemas/overrides.schema.json"),
    "utf8",
  );
  return JSON.parse(text) as Schema;
}

/** `section.fact` of everything that may be said, members within members once. */
function keysOfSchema(schema: Schema, top: Schema): readonly string[] {
  const resolve = (one: Schema): Schema => {
    const name = one.$ref?.replace("#/$defs/", "");
    return name === undefined ? one : (top.$defs?.[name] ?? {});
  };
  return Object.entries(schema.properties ?? {}).flatMap(([key, value]) => {
    const inner = resolve(value);
    const entries = inner.additionalProperties;
    const facts =
      typeof entries === "object" && key !== "members"
        ? resolve(entries)
        : inner;
    const below = keysOfSchema(facts, top).map((one) => `${key}.${one}`);
    return [key, ...below];
  });
}

function keysOfRules(rules: Rules): readonly string[] {
  return [...rules].flatMap(([key, rule]) => {
    const isOpen = rule.kind === "entry" || rule.kind === "entries";
    const below = isOpen && key !== "members" ? keysOfRules(rule.facts()) : [];
    return [key, ...below.map((one) => `${key}.${one}`)];
  });
}

test("the published schema allows what the reader reads, and nothing else", () => {
  const schema = load();
  expect(keysOfSchema(schema, schema).toSorted()).toEqual(
    keysOfRules(overrideSections).toSorted(),
  );
  const member = schema.$defs?.["member"]?.properties ?? {};
  const members = overrideSections.get("members");
  const rules = members?.kind === "entries" ? members.facts() : new Map();
  expect(Object.keys(member).toSorted()).toEqual([...rules.keys()].toSorted());
});

test("objects of the published schema are closed", () => {
  const { $defs = {}, ...top } = load();
  const open = Object.entries({ ...$defs, top }).filter(
    ([, { type, additionalProperties }]) =>
      type === "object" && additionalProperties === undefined,
  );
  expect(open.map(([name]) => name)).toEqual([]);
});

test("the package has the schema", () => {
  const text = readFileSync(join(root, "package.json"), "utf8");
  expect(JSON.parse(text)).toMatchObject({
    files: expect.arrayContaining(["src/schemas"]) as unknown,
    exports: { "./schemas/*.json": "./src/schemas/*.json" },
  });
});
