import { family } from "./entry.js";

export const xmlCatalogue = family({
  "xml/empty": {
    severity: "error",
    title: "Empty document",
    message: "The document is empty.",
    cause:
      "The file has no content, often because a download failed or an export was interrupted.",
    fix: "Fetch or export the document again.",
    bad: "a file without a single character",
    good: '<definitions xmlns="http://schemas.xmlsoap.org/wsdl/"/>',
  },
  "xml/doctype": {
    severity: "error",
    title: "Document type declaration refused",
    message: "The document has a document type declaration ({reason}).",
    cause:
      "Document type declarations can define entities that expand without bound or read other files. SOAP forbids them, and WSDL and XSD documents do not need them.",
    fix: "Remove the <!DOCTYPE …> declaration and write the text of its entities in place.",
    bad: '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><d>&x;</d>',
    good: "<d>text</d>",
  },
  "xml/doctype-ignored": {
    severity: "warning",
    title: "Document type declaration ignored",
    message: "The document type declaration is not used for validation.",
    cause:
      "Old W3C schema documents name the DTD for schemas. It is not read; plain text entities declared in the document itself are.",
    fix: "Remove the <!DOCTYPE …> declaration if the warning is in the way.",
    bad: "<!DOCTYPE schema><schema/>",
    good: "<schema/>",
  },
  "xml/unknown-entity": {
    severity: "error",
    title: "Unknown entity",
    message: "The entity &{name}; is not one of the five of XML.",
    cause:
      "Only &amp; &lt; &gt; &quot; and &apos; are defined without a document type declaration (XML 1.0 §4.6). HTML entities such as &nbsp; are not.",
    fix: "Write the character itself or a numeric reference in place of &{name};.",
    bad: "<documentation>a&nbsp;b</documentation>",
    good: "<documentation>a&#160;b</documentation>",
  },
  "xml/invalid-reference": {
    severity: "error",
    title: "Invalid reference",
    message: "{text} is not a reference to a character or entity.",
    cause:
      "A bare & starts a reference, and a numeric reference must name a character that XML allows (XML 1.0 §4.1).",
    fix: "Write &amp; for the character &.",
    bad: "<documentation>Terms & conditions</documentation>",
    good: "<documentation>Terms &amp; conditions</documentation>",
  },
  "xml/invalid-character": {
    severity: "error",
    title: "Character not allowed in XML",
    message: "The character {character} is not allowed in XML.",
    cause:
      "XML 1.0 §2.2 excludes control characters and unpaired surrogates; they come from damaged files or from the wrong encoding.",
    fix: "Remove the character, or save the file in the encoding it declares.",
    bad: "<documentation>a\\u0000b</documentation>",
    good: "<documentation>ab</documentation>",
  },
  "xml/mismatched-tag": {
    severity: "error",
    title: "End tag does not match",
    message: "</{found}> ends an element that starts with <{expected}>.",
    cause:
      "Elements must nest (XML 1.0 §3): the last one opened is closed first.",
    fix: "Write </{expected}> here, or remove the stray tag.",
    bad: "<types><schema></types>",
    good: "<types><schema></schema></types>",
  },
  "xml/unclosed-element": {
    severity: "error",
    title: "Document ends too early",
    message: "The document ends before </{name}>.",
    cause: "The file was cut off, or an end tag is missing.",
    fix: "Fetch the complete document, or add the missing end tags.",
    bad: "<definitions><types>",
    good: "<definitions><types/></definitions>",
  },
  "xml/unclosed-markup": {
    severity: "error",
    title: "Markup is not closed",
    message: "The {what} that starts here is not closed.",
    cause:
      "The file was cut off, or the characters that end the construct are missing.",
    fix: "Close the {what}, or fetch the complete document.",
    bad: "<!-- a comment",
    good: "<!-- a comment -->",
  },
  "xml/outside-root": {
    severity: "error",
    title: "Content outside the root element",
    message: "There is {what} outside the root element.",
    cause:
      "A document has exactly one root element, and only comments and processing instructions around it (XML 1.0 §2.1).",
    fix: "Remove what stands before or after the root element; keep two documents in two files.",
    bad: "<definitions/><definitions/>",
    good: "<definitions/>",
  },
  "xml/malformed-tag": {
    severity: "error",
    title: "Malformed tag",
    message: "This is not a tag: {reason}.",
    cause:
      "The text between < and > does not follow XML 1.0 §3.1; often a < in text was not written as &lt;.",
    fix: "Correct the tag, or write &lt; for the character <.",
    bad: "<part name=x>",
    good: '<part name="x">',
  },
  "xml/duplicate-attribute": {
    severity: "error",
    title: "Attribute given twice",
    message: "The attribute {name} is given twice.",
    cause:
      "An element has each attribute once (XML 1.0 §3.1, Namespaces in XML §6.3).",
    fix: "Remove one of the two.",
    bad: '<part name="a" name="b"/>',
    good: '<part name="a"/>',
  },
  "xml/undeclared-prefix": {
    severity: "error",
    title: "Undeclared namespace prefix",
    message: 'The prefix "{prefix}" is not declared.',
    cause:
      "Every prefix needs an xmlns declaration on the element or around it (Namespaces in XML §5).",
    fix: 'Add xmlns:{prefix}="…" to the root element.',
    bad: "<wsdl:definitions/>",
    good: '<wsdl:definitions xmlns:wsdl="http://schemas.xmlsoap.org/wsdl/"/>',
  },
  "xml/invalid-namespace-declaration": {
    severity: "error",
    title: "Invalid namespace declaration",
    message: 'The declaration {name}="{value}" is not allowed.',
    cause:
      "Namespaces in XML §3: a prefix cannot be bound to no namespace, and xml and xmlns cannot be bound to others.",
    fix: "Remove the declaration, or bind another prefix.",
    bad: '<d xmlns:p=""/>',
    good: '<d xmlns:p="urn:p"/>',
  },
  "xml/too-deep": {
    severity: "error",
    title: "Elements nest too deeply",
    message: "Elements nest deeper than {limit} levels.",
    cause:
      "No real document nests this deeply; the limit keeps hostile input from exhausting memory.",
    fix: "Give the inner types names and refer to them.",
    bad: "<a><a><a>… 500 levels …</a></a></a>",
    good: "<a><a/></a>",
  },
  "xml/too-many-namespaces": {
    severity: "error",
    title: "Too many namespace prefixes",
    message: "More than {limit} namespace prefixes are in scope.",
    cause:
      "No real document needs this many; the limit keeps hostile input from exhausting time.",
    fix: "Declare only the prefixes that are used.",
    bad: '<d xmlns:a0="urn:0" xmlns:a1="urn:1" … 500 more …/>',
    good: '<d xmlns:a="urn:0"/>',
  },
  "xml/misplaced-declaration": {
    severity: "error",
    title: "XML declaration not at the start",
    message: "The XML declaration is not at the very start of the document.",
    cause:
      "Text, a comment or an empty line stands before <?xml …?> (XML 1.0 §2.8).",
    fix: "Remove everything before <?xml.",
    bad: "<!-- note --><?xml version='1.0'?><definitions/>",
    good: "<?xml version='1.0'?><!-- note --><definitions/>",
  },
  "xml/not-well-formed": {
    severity: "error",
    title: "Not well-formed XML",
    message: "The document is not well-formed: {reason}",
    cause: "A second check of the document found a violation of XML 1.0.",
    fix: "Correct the document at the place shown.",
    bad: "<a 1b='c'/>",
    good: "<a b='c'/>",
  },
});
