export { readWsdl, type WsdlDocument, type WsdlImport } from "./definitions.js";
export { isWsdl, isWsdl2 } from "./wsdl-namespaces.js";
