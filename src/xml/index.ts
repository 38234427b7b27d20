export { attribute, attributeValue } from "./attribute.js";
export { childElement, childElements } from "./child-elements.js";
export { elementName } from "./element-name.js";
export { isNCName, toNCName } from "./name-characters.js";
export type {
  XmlAttribute,
  XmlComment,
  XmlDocument,
  XmlElement,
  XmlNode,
  XmlText,
} from "./node.js";
export { parseXml } from "./parse.js";
export { resolveQName, type ExpandedName } from "./resolve-qname.js";
export { textContent } from "./text-content.js";
