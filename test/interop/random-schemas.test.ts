import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as fc from "fast-check";
import { afterAll, expect, it } from "vitest";
import { compile } from "../../src/index.js";
import { instancesOf } from "../support/corpus-instances.js";
import { acceptedMutants } from "../support/mutants.js";
import { wsdlOf } from "../wsdl/construct.js";

const work = mkdtempSync(join(tmpdir(), "soapstone-random-"));
afterAll(() => rmSync(work, { recursive: true }));

const builtins = fc.constantFrom(
  ..."string token int long decimal boolean double date dateTime duration hexBinary base64Binary anyURI language NMTOKEN unsignedByte".split(
    " ",
  ),
);

/** A simple type, written inside what has it. */
const simple = fc.oneof(
  builtins.map((name) => `<xs:restriction base="xs:${name}"/>`),
  fc
    .uniqueArray(fc.constantFrom("a", "b c", "ü", "1", "&lt;"), {
      minLength: 1,
    })
    .map((literals) => {
      const facets = literals.map(
        (each) => `<xs:enumeration value="${each}"/>`,
      );
      return `<xs:restriction base="xs:string">${facets.join("")}</xs:restriction>`;
    }),
  fc.integer({ min: 0, max: 20 }).map((length) => {
    return `<xs:restriction base="xs:string"><xs:minLength value="${length}"/><xs:maxLength value="${length + 3}"/></xs:restriction>`;
  }),
  fc.integer({ min: -9, max: 9 }).map((least) => {
    return `<xs:restriction base="xs:int"><xs:minInclusive value="${least}"/><xs:maxExclusive value="${least + 5}"/></xs:restriction>`;
  }),
  builtins.map((name) => `<xs:list itemType="xs:${name}"/>`),
  fc.constant('<xs:union memberTypes="xs:int xs:boolean xs:token"/>'),
  fc.constant(
    '<xs:union memberTypes="xs:date"><xs:simpleType><xs:list itemType="xs:int"/></xs:simpleType></xs:union>',
  ),
  fc.constant(
    '<xs:list><xs:simpleType><xs:union memberTypes="xs:int xs:date"/></xs:simpleType></xs:list>',
  ),
);

const occurrence = fc.constantFrom(
  "",
  ' minOccurs="0"',
  ' maxOccurs="unbounded"',
  ' minOccurs="2" maxOccurs="3"',
  ' minOccurs="0" maxOccurs="unbounded"',
);

const once = fc.constantFrom("", ' minOccurs="0"');

/** Only at the end of content: two of them would be ambiguous. */
const wildcard = fc.oneof(
  fc.constant(""),
  fc
    .tuple(fc.constantFrom("lax", "skip"), occurrence)
    .map(
      ([process, occurs]) =>
        `<xs:any namespace="##other" processContents="${process}"${occurs}/>`,
    ),
);

/** Keys and references that hold for whatever an element has. */
const identity = fc.constantFrom(
  "",
  '<xs:key name="NAME"><xs:selector xpath="."/><xs:field xpath="@id"/></xs:key>',
  '<xs:unique name="SAME"><xs:selector xpath="."/><xs:field xpath="@id"/></xs:unique><xs:keyref name="NAME" refer="t:SAME"><xs:selector xpath="."/><xs:field xpath="@id"/></xs:keyref>',
);

/** Of the one element that several particles may refer to, there may not be two in what is not yet put in an element. */
function isUnambiguous(particles: string): boolean {
  const own = particles.replaceAll(
    /<xs:complexType[^]*?<\/xs:complexType>/g,
    "",
  );
  return own.split('ref="t:Head"').length <= 2;
}

/** The content of a complex type: names are given one after the other, so that no model is ambiguous. */
const { content } = fc.letrec<{ content: string; particle: string }>((tie) => ({
  particle: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc
      .tuple(simple, occurrence, fc.boolean())
      .map(([type, occurs, isNillable]) => {
        const nillable = isNillable ? ' nillable="true"' : "";
        return `<xs:element name="NAME"${occurs}${nillable}><xs:simpleType>${type}</xs:simpleType></xs:element>`;
      }),
    fc
      .tuple(tie("content"), occurrence, fc.boolean(), identity)
      .map(([inner, occurs, isMixed, constraints]) => {
        const mixed = isMixed ? ' mixed="true"' : "";
        return `<xs:element name="NAME"${occurs}><xs:complexType${mixed}>${inner}<xs:attribute name="id" type="xs:int" use="required"/></xs:complexType>${constraints}</xs:element>`;
      }),
    occurrence.map((occurs) => `<xs:element ref="t:Head"${occurs}/>`),
    fc
      .tuple(
        fc.constantFrom("sequence", "choice"),
        fc.array(tie("particle"), { minLength: 1, maxLength: 3 }),
        once,
      )
      .map(
        ([group, parts, occurs]) =>
          `<xs:${group}${occurs}>${parts.join("")}</xs:${group}>`,
      ),
  ),
  content: fc
    .tuple(fc.array(tie("particle"), { minLength: 1, maxLength: 4 }), wildcard)
    .filter(([parts]) => isUnambiguous(parts.join("")))
    .map(
      ([parts, any]) => `<xs:sequence>${parts.join("")}${any}</xs:sequence>`,
    ),
}));

function numbered(schema: string): string {
  let count = 0;
  let same = 0;
  return schema
    .replaceAll("NAME", () => `e${++count}`)
    .replaceAll("SAME", () => `k${Math.ceil(++same / 2)}`);
}

const heads = `<xs:element name="Head" type="xs:int"/>
  <xs:element name="Other" type="xs:short" substitutionGroup="t:Head"/>`;

const schemas = fc
  .sample(content, { numRuns: 80, seed: 20 })
  .map(
    (inner) =>
      `<xs:element name="Root">${numbered(`<xs:complexType>${inner}</xs:complexType>`)}</xs:element>${heads}`,
  );

it.each(schemas.map((schema, number) => ({ schema, number })))(
  "random schema $number: values come back, are valid for libxml2, and are refused when spoilt",
  async ({ schema, number }) => {
    const wsdl = join(work, `${number}.wsdl`);
    writeFileSync(wsdl, wsdlOf(schema));
    const [instance] = await instancesOf(wsdl, new Map());
    expect(instance?.reason).toBeUndefined();
    const { value, xml = "" } = instance ?? {};
    const sdk = await compile([wsdl]);
    expect(sdk.decode("{urn:t}Root", xml)).toEqual(value);
    expect(sdk.encode("{urn:t}Root", sdk.decode("{urn:t}Root", xml))).toBe(xml);
    const xsd = join(work, `${number}.xsd`);
    const file = join(work, `${number}.xml`);
    writeFileSync(
      xsd,
      `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:t="urn:t" targetNamespace="urn:t" elementFormDefault="qualified">${schema}</xs:schema>`,
    );
    writeFileSync(file, xml);
    const run = spawnSync("xmllint", ["--noout", "--schema", xsd, file], {
      encoding: "utf8",
    });
    expect(run.stderr).toBe(`${file} validates\n`);
    if (instance !== undefined) {
      expect(acceptedMutants(instance).accepted).toEqual([]);
    }
  },
);
