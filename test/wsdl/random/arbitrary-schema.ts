import fc from "fast-check";

/** Names that schemas have: some clash, some are reserved, some are no identifiers, some differ only in case. */
const names = [
  "a",
  "A",
  "b",
  "item",
  "Item",
  "ITEM",
  "Item2",
  "ItemBase",
  "ItemFields",
  "ItemChoice",
  "class",
  "type",
  "Type",
  "value",
  "constructor",
  "__proto__",
  "toString",
  "first-name",
  "x.y",
  "_",
  "größe",
  "名前",
  "Array",
  "Record",
  "string",
  "Client",
  "Tagged",
  "SoapError",
  "Port",
  "Service",
  "Put",
  "put",
  "PutElement",
  "default",
  "n0-1",
] as const;

const builtIns = [
  "string",
  "int",
  "long",
  "decimal",
  "boolean",
  "double",
  "dateTime",
  "base64Binary",
  "QName",
  "anyURI",
  "NMTOKENS",
  "anySimpleType",
  "token",
].map((name) => `xs:${name}`);

const name = fc.constantFrom(...names);

/** Types that every schema here declares, by number. */
export const typeCount = 5;
const complexNames = Array.from(
  { length: typeCount },
  (_, i) => names[i * 3] ?? `T${i}`,
);
const simpleNames = ["Enum", "enum", "List-1"] as const;
const groupNames = ["G0", "G1"] as const;
const elementNames = ["head", "Head", "member"] as const;

const occurs = fc.constantFrom(
  "",
  'minOccurs="0"',
  'maxOccurs="unbounded"',
  'minOccurs="0" maxOccurs="2"',
  'minOccurs="2" maxOccurs="unbounded"',
);
const groupOccurs = fc.constantFrom(
  "",
  "",
  'minOccurs="0"',
  'minOccurs="0" maxOccurs="unbounded"',
);

const typeName = fc.oneof(
  fc.constantFrom(...builtIns),
  fc.constantFrom(...complexNames.map((each) => `t:${each}`)),
  fc.constantFrom(...simpleNames.map((each) => `t:${each}`)),
);
const simpleTypeName = fc.oneof(
  fc.constantFrom(...builtIns),
  fc.constantFrom(...simpleNames.map((each) => `t:${each}`)),
);

const { particle, complexBody } = fc.letrec<{
  particle: string;
  group: string;
  complexBody: string;
  localElement: string;
}>((tie) => ({
  localElement: fc
    .record({
      name,
      occurs,
      nillable: fc.boolean(),
      type: fc.oneof(
        { weight: 4, arbitrary: typeName.map((type) => ({ type })) },
        { weight: 1, arbitrary: tie("complexBody").map((body) => ({ body })) },
      ),
    })
    .map((each) => {
      const head = `<xs:element name="${each.name}" ${each.occurs} ${each.nillable ? 'nillable="true"' : ""}`;
      return "type" in each.type
        ? `${head} type="${each.type.type}"/>`
        : `${head}><xs:complexType>${each.type.body}</xs:complexType></xs:element>`;
    }),
  particle: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    tie("localElement"),
    tie("localElement"),
    fc
      .tuple(fc.constantFrom(...elementNames), occurs)
      .map(([ref, o]) => `<xs:element ref="t:${ref}" ${o}/>`),
    fc
      .tuple(fc.constantFrom(...groupNames), groupOccurs)
      .map(([ref, o]) => `<xs:group ref="t:${ref}" ${o}/>`),
    fc
      .tuple(fc.constantFrom("##other", "##any", "##local"), occurs)
      .map(
        ([ns, o]) => `<xs:any namespace="${ns}" processContents="lax" ${o}/>`,
      ),
    tie("group"),
  ),
  group: fc
    .record({
      kind: fc.constantFrom("sequence", "choice"),
      occurs: groupOccurs,
      members: fc.array(tie("particle"), { minLength: 0, maxLength: 4 }),
    })
    .map(
      ({ kind, occurs: o, members }) =>
        `<xs:${kind} ${o}>${members.join("")}</xs:${kind}>`,
    ),
  complexBody: fc
    .record({
      group: fc.option(tie("group"), { nil: "" }),
      attributes: fc.uniqueArray(
        fc.tuple(name, simpleTypeName, fc.constantFrom("required", "optional")),
        {
          selector: ([each]) => each,
          maxLength: 3,
        },
      ),
      any: fc.boolean(),
    })
    .map(
      ({ group, attributes, any }) =>
        group +
        attributes
          .map(
            ([each, type, use]) =>
              `<xs:attribute name="${each}" type="${type}" use="${use}"/>`,
          )
          .join("") +
        (any
          ? '<xs:anyAttribute namespace="##other" processContents="lax"/>'
          : ""),
    ),
}));

interface ArbitraryType {
  readonly name: string;
  readonly body: string;
  readonly isAbstract: boolean;
  readonly isMixed: boolean;
  readonly block: string;
  /** Number of the type that it derives from. */
  readonly base: number | undefined;
}

/** A type, perhaps one that extends an earlier one. */
function complexType(index: number): fc.Arbitrary<ArbitraryType> {
  return fc.record({
    name: fc.constant(complexNames[index] ?? ""),
    body: complexBody,
    isAbstract: index === 0 ? fc.constant(false) : fc.boolean(),
    isMixed: fc.nat({ max: 4 }).map((chance) => chance === 0),
    block: fc.constantFrom("", "", 'block="extension"', 'block="#all"'),
    base:
      index === 0
        ? fc.constant(undefined)
        : fc.option(fc.nat({ max: index - 1 }), { nil: undefined }),
  });
}

/** Types that extend mixed ones are mixed, others are not: the first of a chain decides. */
function printTypes(types: readonly ArbitraryType[]): string {
  const isMixed = ({ base, isMixed: own }: ArbitraryType): boolean => {
    const parent = base === undefined ? undefined : types[base];
    return parent === undefined ? own : isMixed(parent);
  };
  return types
    .map((type) => {
      const { name: own, block, isAbstract, body, base } = type;
      const mixed = isMixed(type) ? 'mixed="true"' : "";
      const head = `<xs:complexType name="${own}" ${block} ${mixed} ${isAbstract ? 'abstract="true"' : ""}>`;
      const content =
        base === undefined
          ? body
          : `<xs:complexContent ${mixed}><xs:extension base="t:${complexNames[base] ?? ""}">${body}</xs:extension></xs:complexContent>`;
      return `${head}${content}</xs:complexType>`;
    })
    .join("\n");
}

const simpleTypes = fc
  .tuple(
    fc.uniqueArray(
      fc.constantFrom("a", "b c", "", "&quot;", "it's", "*/", "`${x}`"),
      { minLength: 1 },
    ),
    fc.constantFrom("xs:string", "xs:token"),
    simpleTypeName,
  )
  .map(
    ([values, base, item]) =>
      `<xs:simpleType name="Enum"><xs:restriction base="${base}">${values.map((value) => `<xs:enumeration value="${value}"/>`).join("")}</xs:restriction></xs:simpleType>
      <xs:simpleType name="enum"><xs:union memberTypes="xs:int t:Enum"/></xs:simpleType>
      <xs:simpleType name="List-1"><xs:list itemType="${item === "t:List-1" || item === "xs:NMTOKENS" ? "xs:int" : item}"/></xs:simpleType>`,
  );

/** Content of a schema of `urn:t` whose element Root has a sequence of particles. Occurrence aside it is valid but for ambiguity. */
export const arbitrarySchema: fc.Arbitrary<string> = fc
  .record({
    types: fc.tuple(...complexNames.map((_, index) => complexType(index))),
    simple: simpleTypes,
    groups: fc.tuple(
      ...groupNames.map(() =>
        fc.array(fc.tuple(name, simpleTypeName, occurs), {
          minLength: 1,
          maxLength: 3,
        }),
      ),
    ),
    head: fc.record({
      isAbstract: fc.boolean(),
      type: typeName,
      hasMembers: fc.boolean(),
    }),
    root: fc.array(particle, { minLength: 1, maxLength: 5 }),
  })
  .map(({ types, simple, groups, head, root }) =>
    [
      simple,
      printTypes(types),
      ...groups.map(
        (members, index) =>
          `<xs:group name="${groupNames[index] ?? ""}"><xs:choice>${members.map(([each, type, o]) => `<xs:element name="${each}" type="${type}" ${o}/>`).join("")}</xs:choice></xs:group>`,
      ),
      `<xs:element name="head" type="${head.type}" ${head.isAbstract ? 'abstract="true"' : ""}/>`,
      `<xs:element name="Head" ${head.hasMembers ? 'substitutionGroup="t:head"' : ""} type="${head.type}"/>`,
      `<xs:element name="member" ${head.hasMembers ? 'substitutionGroup="t:Head"' : ""} type="${head.type}"/>`,
      `<xs:element name="Root"><xs:complexType><xs:sequence>${root.join("")}</xs:sequence></xs:complexType></xs:element>`,
    ].join("\n"),
  );
