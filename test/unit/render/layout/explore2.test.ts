import { stringLiteral } from "../../../../src/render/layout/string-literal.js";
import fc from "fast-check";
import { format } from "prettier";
import { test } from "vitest";
import * as st from "../../../../src/render/layout/print-statements.js";
import * as ty from "../../../../src/render/layout/print-type.js";
import {
  arbitraryExpression,
  arbitraryIdentifier,
  arbitraryText,
  flat,
} from "./arbitrary-expression.js";
import {
  arbitraryAliasType,
  arbitraryPropertyType,
  arbitraryIntersection,
  arbitraryFaults,
  flatType,
} from "./arbitrary-type.js";
const id = arbitraryIdentifier.map((x) => "n" + x);
async function explore<T>(
  label: string,
  arb: fc.Arbitrary<T>,
  ours: (v: T) => string,
  theirs: (v: T) => string,
  numRuns = 8000,
) {
  const seen = new Set<string>();
  let n = 0;
  for (const v of fc.sample(arb, { numRuns, seed: 9 })) {
    const a = ours(v) + "\n";
    let b: string;
    try {
      b = await format(theirs(v), { parser: "babel-ts" });
    } catch (e) {
      b = "ERR " + String(e).slice(0, 300);
    }
    if (a !== b) {
      n++;
      if (seen.size < 4) seen.add(a + "   ~~~\n" + b);
    }
  }
  console.log("#####", label, n, "\n", [...seen].join("=====\n"));
}
test("explore", async () => {
  const anyType = fc.oneof(
    arbitraryAliasType,
    arbitraryPropertyType.filter((t) => t.kind === "runtime"),
    arbitraryIntersection,
    arbitraryFaults,
  );
  await explore(
    "alias",
    fc.tuple(id, anyType),
    ([n, t]) => ty.printAlias(n, t),
    ([n, t]) => `export type ${n} = ${flatType(t)}`,
  );
  await explore(
    "property",
    fc.tuple(
      fc.oneof(
        id,
        fc.constantFrom("a", "order-line", "$type", "__proto__", "constructor"),
      ),
      fc.boolean(),
      arbitraryPropertyType,
    ),
    ([name, isOptional, type]) =>
      `interface X {\n  ${ty.printProperty({ name, isOptional, type, doc: [] })}\n}`,
    ([name, o, t]) =>
      `interface X { ${JSON.stringify(name)}${o ? "?" : ""}: ${flatType(t)}; }`,
  );
}, 300000);
