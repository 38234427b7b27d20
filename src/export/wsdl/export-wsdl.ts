import { MICROSOFT_TYPES_NAMESPACE, type Model } from "../../model/index.js";
import { definitionNodes } from "./definitions.js";
import { createPrefixes } from "./prefixes.js";
import { schemaNodes } from "./schemas.js";
import { element, printXml } from "./xml-node.js";

/** A model as one WSDL 1.1 document with its schemas inside, for other tools to read. */
export function exportWsdl(model: Model): string {
  const targetNamespace = targetNamespaceOf(model);
  const prefixes = createPrefixes(model, targetNamespace);
  const definitions = definitionNodes(model, prefixes);
  const schemas = schemaNodes(model, prefixes, usedNamespaces(model));
  return printXml(
    element("wsdl:definitions", { targetNamespace, ...prefixes.declarations }, [
      element("wsdl:types", {}, schemas),
      ...definitions,
    ]),
  );
}

function targetNamespaceOf(model: Model): string {
  const name =
    model.services[0]?.name ??
    model.operations[0]?.portType ??
    [...model.schemas.elements.values()][0]?.name;
  return name?.namespace === undefined || name.namespace === ""
    ? "urn:exported"
    : name.namespace;
}

/** Namespaces that types are taken from. */
function usedNamespaces(model: Model): ReadonlySet<string> {
  const text = JSON.stringify([
    ...model.schemas.types.values(),
    ...model.schemas.elements.values(),
  ]);
  return new Set(
    text.includes(MICROSOFT_TYPES_NAMESPACE) ? [MICROSOFT_TYPES_NAMESPACE] : [],
  );
}
