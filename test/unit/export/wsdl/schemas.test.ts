import { describe, expect, it } from "vitest";
import { exportWsdl } from "../../../../src/export/index.js";
import {
  anonymous,
  named,
  qname,
  xsd,
  type ElementDeclaration,
  type Model,
  type TypeReference,
} from "../../../../src/model/index.js";

const origin = {
  span: { file: "page.txt", line: 1, column: 1, offset: 0, length: 0 },
  how: "sampled",
  certainty: "certain",
} as const;

function declaration(
  [namespace, local]: readonly [string, string],
  type: TypeReference,
  scope: ElementDeclaration["scope"] = "local",
): ElementDeclaration {
  const name = qname(namespace, local);
  return { name, scope, type, nillable: false, isAbstract: false, origin };
}

function struct(member: ElementDeclaration): TypeReference {
  const term = { kind: "element", declaration: member } as const;
  const particles = [{ min: 1, max: 1, term, origin }];
  const group = { kind: "group", compositor: "sequence", particles } as const;
  return anonymous({
    kind: "complex",
    isAbstract: false,
    content: {
      contentKind: "elementOnly",
      particle: { min: 1, max: 1, term: group, origin },
    },
    attributes: [],
    attributeGroups: [],
    origin,
  });
}

function modelOf(element: ElementDeclaration): Model {
  return {
    schemas: {
      types: new Map(),
      elements: new Map([[element.name.key, element]]),
      attributes: new Map(),
      groups: new Map(),
      attributeGroups: new Map(),
    },
    services: [{ name: qname("urn:own", "Service"), ports: [], origin }],
    operations: [],
  };
}

describe("exportWsdl", () => {
  it("declares local elements of other namespaces where they belong", () => {
    const back = declaration(["urn:own", "Back"], named(xsd("int")));
    const foreign = declaration(["urn:other", "Part"], struct(back));
    const root = declaration(["urn:own", "Root"], struct(foreign), "global");
    const text = exportWsdl(modelOf(root));
    const schemas = text.split("<xs:schema").slice(1);
    expect(schemas).toHaveLength(2);
    expect(schemas[0]).toMatch(/<xs:element ref="\w+:Part"\/>/);
    expect(schemas[0]).toContain('<xs:element name="Back" type="xs:int"/>');
    expect(schemas[1]).toContain('targetNamespace="urn:other"');
    expect(schemas[1]).toContain('<xs:element name="Part">');
    expect(schemas[1]).toMatch(/<xs:element ref="\w+:Back"\/>/);
  });

  it("imports SOAP encoding and does not declare it", () => {
    const encoding = "http://schemas.xmlsoap.org/soap/encoding/";
    const string = declaration([encoding, "string"], named(xsd("string")));
    const root = declaration(["urn:own", "Root"], struct(string), "global");
    const text = exportWsdl(modelOf(root));
    expect(text).toContain(`<xs:import namespace="${encoding}"/>`);
    expect(text).not.toContain(`targetNamespace="${encoding}"`);
  });

  it("writes a cut-off as a complex type, and what may be anything as anyType", () => {
    const reason = "cut off";
    const cut = { kind: "unknown", reason, isComplex: true } as const;
    const root = declaration(["urn:own", "Cut"], cut, "global");
    expect(exportWsdl(modelOf(root))).toMatch(
      /<xs:element name="Cut">\s*<xs:complexType>\s*<xs:sequence>\s*<xs:any minOccurs="0" maxOccurs="unbounded" processContents="lax"\/>/,
    );
    const any = declaration(
      ["urn:own", "Any"],
      { kind: "unknown", reason },
      "global",
    );
    expect(exportWsdl(modelOf(any))).toContain(
      '<xs:element name="Any" type="xs:anyType"/>',
    );
  });
});
