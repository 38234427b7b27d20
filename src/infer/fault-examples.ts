import {
  qname,
  type FaultExample,
  type QName,
  type Sample,
  type SampleElement,
} from "../model/index.js";

const soap12 = "http://www.w3.org/2003/05/soap-envelope";

/** What a documented fault message says; nothing when the sample has no Fault element. */
export function faultExamples(sample: Sample): readonly FaultExample[] {
  const fault = sample.body.find((element) => element.name.local === "Fault");
  if (fault === undefined) return [];
  const code =
    child(fault, "faultcode") ?? child(child(fault, "Code"), "Value");
  const reason =
    child(fault, "faultstring") ?? child(child(fault, "Reason"), "Text");
  const actor = child(fault, "faultactor") ?? child(fault, "Role");
  const detail = child(fault, "detail") ?? child(fault, "Detail");
  const name = code === undefined ? undefined : qualifiedName(code, fault);
  const detailText = textOf(detail);
  const actorText = textOf(actor);
  return [
    {
      version: fault.name.namespace === soap12 ? "1.2" : "1.1",
      ...(name === undefined ? {} : { code: name }),
      reason: textOf(reason) ?? "",
      ...(actorText === undefined ? {} : { actor: actorText }),
      ...(detailText === undefined ? {} : { detail: detailText }),
      origin: { span: fault.span, how: "sampled", certainty: "certain" },
    },
  ];
}

function child(
  element: SampleElement | undefined,
  local: string,
): SampleElement | undefined {
  for (const node of element?.content ?? []) {
    if (node.kind === "element" && node.name.local === local) return node;
  }
  return undefined;
}

function textOf(element: SampleElement | undefined): string | undefined {
  const text = (element?.content ?? []).flatMap((node) =>
    node.kind === "text" ? [node.text] : [],
  );
  return text.length === 0 ? undefined : text.join(" ");
}

/** A code is a QName; captures lose the declaration of its prefix, which is then that of the Fault. */
function qualifiedName(
  element: SampleElement,
  fault: SampleElement,
): QName | undefined {
  const [prefix, local] = (textOf(element) ?? "").trim().split(":", 2);
  if (prefix === undefined || prefix === "") return undefined;
  if (local === undefined) return qname("", prefix);
  const namespace =
    prefix === fault.prefix
      ? fault.name.namespace
      : element.namespaces.get(prefix);
  return namespace === undefined ? undefined : qname(namespace, local);
}
