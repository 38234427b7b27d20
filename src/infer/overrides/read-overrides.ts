import { nearest, type DiagnosticSink } from "../../diagnostics/index.js";
import {
  pathKey,
  readJson,
  spanAt,
  type JsonReading,
  type SourceText,
  type Span,
} from "../../source/index.js";
import { overrideSections, type Rule, type Rules } from "./override-rules.js";
import type { OverridesDocument } from "./overrides-document.js";

/** What stands for "fill this in" in entries that `inspect --unknown` prints. */
const hole = "?";

/** Reads an overrides file; what is wrong with it is reported at its place and left out. */
export function readOverrides(
  source: SourceText,
  sink: DiagnosticSink,
): OverridesDocument {
  const empty = { operations: [], members: [], types: [] };
  const result = readJson(source.text);
  if (result.kind === "problem") {
    const span = spanAt(source, result.offset);
    sink.report("overrides/bad-json", { reason: result.reason }, { span });
    return empty;
  }
  const place = { source, reading: result.reading, sink, path: [] };
  const { value } = result.reading;
  if (!isObject(value)) {
    badValue(place, "an object");
    return empty;
  }
  // The rules of each section make what the type of the document says.
  const sections = readObject(value, overrideSections, place) as Partial<
    OverridesDocument & { service: OverridesDocument["service"] }
  >;
  return { ...empty, ...sections };
}

interface Place {
  readonly source: SourceText;
  readonly reading: JsonReading;
  readonly sink: DiagnosticSink;
  readonly path: readonly string[];
}

function inside(place: Place, key: string): Place {
  return { ...place, path: [...place.path, key] };
}

function spanOf({ source, reading, path }: Place): Span {
  const found = reading.places.get(pathKey(path));
  return spanAt(source, found?.offset ?? 0, found?.length ?? 0);
}

function readObject(
  value: Readonly<Record<string, unknown>>,
  rules: Rules,
  place: Place,
): Readonly<Record<string, unknown>> {
  const facts: [string, unknown][] = [];
  for (const [key, member] of Object.entries(value)) {
    const here = inside(place, key);
    const rule = rules.get(key);
    if (rule === undefined) reportUnknownKey(here, rules);
    else {
      const fact = readFact(member, rule, here);
      if (fact !== undefined) facts.push([key, fact]);
    }
  }
  return Object.fromEntries(facts);
}

function readFact(value: unknown, rule: Rule, place: Place): unknown {
  switch (rule.kind) {
    case "ignored":
      return undefined;
    case "entry":
      return readEntry(value, rule.facts(), place);
    case "entries":
      return readEntries(value, rule.facts(), place);
    case "value": {
      if (!rule.accepts(value)) return badValue(place, rule.expected);
      if (value === hole) return reportHole(place);
      return { value, span: spanOf(place) };
    }
  }
}

function readEntry(value: unknown, rules: Rules, place: Place): unknown {
  if (!isObject(value)) return badValue(place, "an object");
  const facts = readObject(value, rules, place);
  return { key: place.path.at(-1) ?? "", span: spanOf(place), facts };
}

function readEntries(value: unknown, rules: Rules, place: Place): unknown {
  if (!isObject(value)) return badValue(place, "an object of objects");
  const entries = Object.entries(value).flatMap(([key, member]) => {
    const here = inside(place, key);
    if (key === hole) {
      reportHole(here);
      return [];
    }
    return readEntry(member, rules, here) ?? [];
  });
  // Nothing but holes says nothing: a cut-off is not known to be empty.
  const isSaid = entries.length > 0 || Object.keys(value).length === 0;
  return isSaid ? entries : undefined;
}

function reportHole(place: Place): undefined {
  const path = place.path.join(" → ");
  place.sink.report("overrides/unfilled", { path }, { span: spanOf(place) });
}

function reportUnknownKey(place: Place, rules: Rules): void {
  const key = place.path.at(-1) ?? "";
  const near = nearest(key, rules.keys());
  place.sink.report(
    "overrides/unknown-key",
    {
      key,
      suggestion: near === undefined ? "" : `; did you mean "${near}"?`,
      known: [...rules.keys()].join(", "),
    },
    { span: spanOf(place) },
  );
}

function badValue(place: Place, expected: string): undefined {
  const key = place.path.length === 0 ? "The file" : place.path.join(" → ");
  const parameters = { key, expected };
  place.sink.report("overrides/bad-value", parameters, {
    span: spanOf(place),
  });
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
