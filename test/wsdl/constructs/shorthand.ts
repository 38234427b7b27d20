/** Namespace declaration of expected messages. */
export const t = 'xmlns="urn:t"';
export const string = 'type="xs:string"';
export const int = 'type="xs:int"';

/** Wraps particles and attributes into the element Root. */
export function root(content: string, attributes = ""): string {
  return `<xs:element name="Root"><xs:complexType ${attributes}>${content}</xs:complexType></xs:element>`;
}

/** Root with a sequence of these. */
export function sequence(content: string): string {
  return root(`<xs:sequence>${content}</xs:sequence>`);
}

/** A named complex type. */
export function complex(
  name: string,
  content: string,
  attributes = "",
): string {
  return `<xs:complexType name="${name}" ${attributes}>${content}</xs:complexType>`;
}

/** A named complex type that derives from another. */
export function derived(
  name: string,
  by: "extension" | "restriction",
  {
    base,
    content = "",
    attributes = "",
  }: {
    readonly base: string;
    readonly content?: string;
    readonly attributes?: string;
  },
): string {
  return complex(
    name,
    `<xs:complexContent><xs:${by} base="t:${base}">${content}</xs:${by}></xs:complexContent>`,
    attributes,
  );
}

/** A named simple type that restricts a built-in one. */
export function restricted(name: string, base: string, facets: string): string {
  return `<xs:simpleType name="${name}"><xs:restriction base="${base}">${facets}</xs:restriction></xs:simpleType>`;
}

/** Enumeration facets. */
export function values(...all: readonly string[]): string {
  return all.map((value) => `<xs:enumeration value="${value}"/>`).join("");
}

/** An element with a type, and more attributes of the declaration. */
export function element(name: string, type: string, more = ""): string {
  return `<xs:element name="${name}" type="${type}" ${more}/>`;
}
