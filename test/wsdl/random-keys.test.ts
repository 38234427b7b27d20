import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, expect, it } from "vitest";
import { compile } from "../../src/index.js";
import { isSoapError } from "../../src/runtime/soap-error.js";
import { wsdlOf } from "./construct.js";

const folder = mkdtempSync(join(tmpdir(), "soapstone-keys-"));
afterAll(() => rmSync(folder, { recursive: true }));

const schema = `<xs:element name="Root">
  <xs:complexType><xs:sequence>
    <xs:element name="Row" minOccurs="0" maxOccurs="unbounded"><xs:complexType>
      <xs:attribute name="id" type="xs:decimal"/>
      <xs:attribute name="label" type="xs:token"/>
      <xs:attribute name="next" type="xs:decimal"/>
    </xs:complexType></xs:element>
  </xs:sequence></xs:complexType>
  <xs:key name="rows"><xs:selector xpath="t:Row"/><xs:field xpath="@id"/></xs:key>
  <xs:unique name="labels"><xs:selector xpath="t:Row"/><xs:field xpath="@label"/></xs:unique>
  <xs:keyref name="nexts" refer="t:rows"><xs:selector xpath="t:Row"/><xs:field xpath="@next"/></xs:keyref>
</xs:element>`;

/** Numbers of few values, each written in several ways. */
const number = fc.constantFrom("1", "1.0", "+1", "2", "02", "3", "3.00", "-3");

const rows = fc.array(
  fc.record(
    { id: number, label: fc.constantFrom("a", "b", "c d"), next: number },
    { requiredKeys: [] },
  ),
  { maxLength: 5 },
);

interface Row {
  readonly id?: string;
  readonly label?: string;
  readonly next?: string;
}

/** What the constraints say, in other words than those of the codec. */
function isValid(all: readonly Row[]): boolean {
  const ids = all.map(({ id }) => Number(id));
  const labels = all.flatMap(({ label }) => label ?? []);
  const nexts = all.flatMap(({ next }) => next ?? []).map(Number);
  return (
    !ids.some(Number.isNaN) &&
    new Set(ids).size === ids.length &&
    new Set(labels).size === labels.length &&
    nexts.every((next) => ids.includes(next))
  );
}

function isAdmitted(act: () => unknown, kind: "decode" | "encode"): boolean {
  try {
    act();
    return true;
  } catch (error) {
    if (isSoapError(error) && error.kind === kind) return false;
    throw error;
  }
}

it("random keys and references are read and sent if they hold, and only then", async () => {
  writeFileSync(join(folder, "t.wsdl"), wsdlOf(schema));
  const sdk = await compile([join(folder, "t.wsdl")]);
  const seen = { valid: 0, invalid: 0 };
  fc.assert(
    fc.property(rows, (all) => {
      const expected = isValid(all);
      seen[expected ? "valid" : "invalid"]++;
      const printed = all.map((row) => {
        const attributes = Object.entries(row).map(([k, v]) => ` ${k}="${v}"`);
        return `<Row${attributes.join("")}/>`;
      });
      const xml = `<Root xmlns="urn:t">${printed.join("")}</Root>`;
      const value = all.length === 0 ? {} : { Row: all };
      const decode = (): unknown => sdk.decode("{urn:t}Root", xml);
      const encode = (): unknown => sdk.encode("{urn:t}Root", value);
      expect(isAdmitted(decode, "decode")).toBe(expected);
      expect(isAdmitted(encode, "encode")).toBe(expected);
      if (expected) expect(decode()).toEqual(value);
    }),
    { numRuns: 600, seed: 7 },
  );
  expect(seen.valid).toBeGreaterThan(50);
  expect(seen.invalid).toBeGreaterThan(50);
});
