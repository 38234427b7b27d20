// Part of soapstone's runtime: do not edit, run `soapstone generate` instead.

import type { FaultDescriptor, XmlElement } from "../descriptor.js";
import { encodeDocument } from "../codec/document.js";
import { writeTree } from "../codec/tree.js";
import { XML_NAMESPACE } from "../xml/scope.js";
import { XmlWriter } from "../xml/writer.js";
import { QName } from "../xsd/qname.js";
import type { QNameValue } from "../xsd/qname.js";
import { envelopeNamespace } from "./version.js";
import type { SoapVersion } from "./version.js";

/** What a server answers instead of a response. */
export interface FaultInput {
  /** The server's fault by default. */
  readonly code?: QNameValue;
  readonly subcodes?: readonly QNameValue[];
  readonly reason: string;
  readonly actor?: string;
  readonly node?: string;
  /** The declared fault that `detail` is the value of. */
  readonly name?: string;
  readonly detail?: unknown;
  readonly detailXml?: readonly XmlElement[];
  /** Plain text as the detail, as some services send it. */
  readonly detailText?: string;
}

/** The `Fault` element as text. */
export function encodeFaultElement(
  fault: FaultInput,
  version: SoapVersion,
  descriptors: readonly FaultDescriptor[],
): string {
  const detail = encodeDetail(fault, descriptors);
  const soap = envelopeNamespace(version);
  const writer = new XmlWriter();
  writer.start(soap, "Fault");
  if (version === "1.1") writeOld(writer, fault, soap);
  else writeNew(writer, fault, soap);
  const { detailText = "" } = fault;
  if (detail !== "" || detailText !== "") {
    writer.start(
      version === "1.1" ? "" : soap,
      version === "1.1" ? "detail" : "Detail",
    );
    if (detail !== "") writer.raw(detail);
    else writer.text(detailText);
    writer.end();
  }
  writer.end();
  return writer.finish();
}

/** SOAP 1.1 §4.4: the parts are in no namespace. */
function writeOld(writer: XmlWriter, fault: FaultInput, soap: string): void {
  const code = fault.code ?? { namespace: soap, local: "Server" };
  writer.leaf({ namespace: "", local: "faultcode" }, QName.print(code, writer));
  writer.leaf({ namespace: "", local: "faultstring" }, fault.reason);
  if (fault.actor !== undefined)
    writer.leaf({ namespace: "", local: "faultactor" }, fault.actor);
}

/** SOAP 1.2 §5.4. */
function writeNew(writer: XmlWriter, fault: FaultInput, soap: string): void {
  const code = fault.code ?? { namespace: soap, local: "Receiver" };
  const codes = [code, ...(fault.subcodes ?? [])];
  codes.forEach((each, index) => {
    const text = QName.print(each, writer);
    writer.start(soap, index === 0 ? "Code" : "Subcode");
    writer.leaf({ namespace: soap, local: "Value" }, text);
  });
  codes.forEach(() => writer.end());
  writer.start(soap, "Reason");
  const attributes = writer.attribute(XML_NAMESPACE, "lang", "en");
  writer.start(soap, "Text", { attributes });
  writer.text(fault.reason);
  writer.end();
  writer.end();
  if (fault.node !== undefined)
    writer.leaf({ namespace: soap, local: "Node" }, fault.node);
  if (fault.actor !== undefined)
    writer.leaf({ namespace: soap, local: "Role" }, fault.actor);
}

/** The header block of a fault that is about a header (WSDL 1.1 §3.7); "" for any other. */
export function encodeHeaderFault(
  fault: FaultInput,
  descriptors: readonly FaultDescriptor[],
): string {
  const ofDetail = descriptors.filter((each) => each.header !== true);
  const isOfDetail = ofDetail.some((each) => each.name === fault.name);
  return isOfDetail ? "" : encodeDeclared(fault, descriptors);
}

function encodeDeclared(
  fault: FaultInput,
  descriptors: readonly FaultDescriptor[],
): string {
  const declared = descriptors.find((each) => each.name === fault.name);
  if (declared === undefined || fault.detail === undefined) return "";
  const { encoded = true } = declared;
  return encoded === true
    ? encodeDocument(declared, fault.detail)
    : encoded.encodeElement(declared, fault.detail);
}

function encodeDetail(
  fault: FaultInput,
  descriptors: readonly FaultDescriptor[],
): string {
  const declared = encodeDeclared(
    fault,
    descriptors.filter((each) => each.header !== true),
  );
  if (declared !== "") return declared;
  const trees = (fault.detailXml ?? []).map((tree) => {
    const writer = new XmlWriter();
    writeTree(writer, tree);
    return writer.finish();
  });
  return trees.join("");
}
