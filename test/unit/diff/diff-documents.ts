import path from "node:path";
import { diffModels, type Change } from "../../../src/diff/index.js";
import type { FileAccess } from "../../../src/load/index.js";
import type { Model } from "../../../src/model/index.js";
import { readModel } from "../../../src/pipeline.js";

/** What the documents of one side have; all else is the same on both. */
export interface Side {
  /** Global components of the schema. */
  readonly schema?: string;
  /** Content of the request's element, of that of the answer. */
  readonly request?: string;
  readonly response?: string;
  /** In place of the port type's `output`: `<wsdl:fault …/>` and so on. */
  readonly output?: string;
  readonly bindingOutput?: string;
  readonly messages?: string;
  readonly action?: string;
  readonly style?: string;
  readonly operation?: string;
  readonly namespace?: string;
  readonly form?: string;
  readonly address?: string;
  readonly service?: string;
  /** More bindings, and services. */
  readonly more?: string;
  /** More ports. */
  readonly ports?: string;
  /** In place of what the binding says of the request. */
  readonly bindingInput?: string;
  /** In place of the part of the request. */
  readonly part?: string;
  /** `soap:binding` or another. */
  readonly soap?: string;
  /** Policies of the binding. */
  readonly policy?: string;
}

export function wsdlOf(side: Side): string {
  const {
    schema = "",
    request = "",
    response = "",
    messages = "",
    output = '<wsdl:output message="t:DoOut"/>',
    bindingOutput = '<wsdl:output><soap:body use="literal"/></wsdl:output>',
    action = "urn:do",
    style = "document",
    operation = "Do",
    namespace = "urn:t",
    form = "qualified",
    address = "http://localhost/",
    service = "Test",
    more = "",
    ports = "",
    bindingInput = '<soap:body use="literal" namespace="urn:t"/>',
    part = 'element="t:Do"',
    soap = "http://schemas.xmlsoap.org/wsdl/soap/",
    policy = "",
  } = side;
  return `<wsdl:definitions xmlns:wsdl="http://schemas.xmlsoap.org/wsdl/" xmlns:soap="${soap}"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:t="${namespace}" targetNamespace="${namespace}">
  <wsdl:types><xs:schema targetNamespace="${namespace}" elementFormDefault="${form}">
    <xs:element name="Do"><xs:complexType>${request}</xs:complexType></xs:element>
    <xs:element name="DoResponse"><xs:complexType>${response}</xs:complexType></xs:element>
    ${schema}
  </xs:schema></wsdl:types>
  <wsdl:message name="DoIn"><wsdl:part name="p" ${part}/></wsdl:message>
  <wsdl:message name="DoOut"><wsdl:part name="p" element="t:DoResponse"/></wsdl:message>
  ${messages}
  <wsdl:portType name="P"><wsdl:operation name="${operation}">
    <wsdl:input message="t:DoIn"/>${output}
  </wsdl:operation></wsdl:portType>
  <wsdl:binding name="B" type="t:P"><soap:binding transport="http://schemas.xmlsoap.org/soap/http" style="${style}"/>${policy}
    <wsdl:operation name="${operation}"><soap:operation soapAction="${action}"/>
      <wsdl:input>${bindingInput}</wsdl:input>${bindingOutput}
    </wsdl:operation>
  </wsdl:binding>
  ${more}
  <wsdl:service name="${service}"><wsdl:port name="Port" binding="t:B">${address === "" ? "" : `<soap:address location="${address}"/>`}</wsdl:port>${ports}</wsdl:service>
</wsdl:definitions>`;
}

/** The model of documents that are nowhere on the disk. */
export async function modelOf(
  documents: Readonly<Record<string, string>>,
): Promise<Model> {
  const { model, diagnostics } = await readModel(
    { name: "t", inputs: Object.keys(documents), folder: "" },
    {
      cwd: "/",
      importExtension: ".js",
      severities: new Map(),
      offline: true,
      catalog: new Map(),
      typeMap: new Map(),
      files: inMemory(documents),
    },
  );
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  if (errors.length > 0)
    throw new Error(errors.map(({ message }) => message).join("\n"));
  return model;
}

function inMemory(documents: Readonly<Record<string, string>>): FileAccess {
  const files = new Map(
    Object.entries(documents).map(([name, text]) => [
      path.resolve(name),
      new TextEncoder().encode(text),
    ]),
  );
  return {
    read: (file) => Promise.resolve(files.get(file) ?? new Uint8Array()),
    examine: (file) => {
      const size = files.get(file)?.length;
      return Promise.resolve(
        size === undefined ? undefined : { kind: "file", size, realPath: file },
      );
    },
    list: () => Promise.resolve([]),
  };
}

export async function diffSides(
  old: Side,
  current: Side,
): Promise<readonly Change[]> {
  return diffModels(
    await modelOf({ "/t.wsdl": wsdlOf(old) }),
    await modelOf({ "/t.wsdl": wsdlOf(current) }),
  );
}

/** `code path`, without the phase. */
export function shown(changes: readonly Change[]): readonly string[] {
  return changes.map(
    ({ code, path: at }) => `${code.slice("change/".length)} ${at}`,
  );
}
