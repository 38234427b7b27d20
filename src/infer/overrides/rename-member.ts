import { qname, type QName } from "../../model/index.js";
import {
  overridden,
  reportNotApplicable,
  reportUnnecessary,
  type Applying,
} from "./applying.js";
import { editAt } from "./edit-component.js";
import type { Stated } from "./overrides-document.js";
import { parseStep } from "./override-path.js";
import type { Place } from "./place.js";

/** Gives a member another name on the wire, for pages that misspell it. */
export function renameMember(
  place: Place,
  stated: Stated<string>,
  applying: Applying,
): void {
  const step = place.steps.at(-1);
  if (step === undefined || step.kind === "text") {
    const reason =
      "say it as requestElement or responseElement of the operation";
    if (step === undefined)
      reportNotApplicable(applying, { fact: "name", reason }, stated.span);
    return;
  }
  const wanted = parseStep(stated.value);
  if (wanted === undefined) return;
  const name = qname(wanted.namespace ?? step.name.namespace, wanted.local);
  if (name === step.name) return reportUnnecessary(applying, "name", stated);
  rename(place, { name, stated }, applying);
}

function rename(
  place: Place,
  { name, stated }: { readonly name: QName; readonly stated: Stated<string> },
  { workspace }: Applying,
): void {
  const origin = overridden(stated.span);
  editAt(workspace, place, {
    particle: (particle) => {
      const { term } = particle;
      if (term.kind !== "element") return particle;
      const declaration = { ...term.declaration, name, origin };
      return { ...particle, term: { ...term, declaration } };
    },
    attribute: (use) => {
      const { attribute } = use;
      if (attribute.kind !== "attribute") return use;
      const declaration = { ...attribute.declaration, name, origin };
      return { ...use, attribute: { ...attribute, declaration } };
    },
    part: (part) => ({ ...part, name: name.local, origin }),
  });
}
