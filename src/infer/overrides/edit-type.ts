import {
  anonymous,
  type ComplexType,
  type Origin,
  type TypeReference,
} from "../../model/index.js";
import { editAt } from "./edit-component.js";
import type { Place } from "./place.js";
import type { Workspace } from "./workspace.js";

/** Changes the type of the element, attribute or part at a place. */
export function editTypeAt(
  workspace: Workspace,
  place: Place,
  change: (type: TypeReference) => TypeReference,
): void {
  editAt(workspace, place, {
    element: (element) => ({ ...element, type: change(element.type) }),
    particle: (particle) => {
      const { term } = particle;
      if (term.kind !== "element") return particle;
      const { declaration } = term;
      const type = change(declaration.type);
      return {
        ...particle,
        term: { ...term, declaration: { ...declaration, type } },
      };
    },
    part: (part) =>
      part.type === undefined ? part : { ...part, type: change(part.type) },
  });
}

/** Says where the type of the member at a place is known from. */
export function setOriginAt(
  workspace: Workspace,
  place: Place,
  origin: Origin,
): void {
  editAt(workspace, place, {
    element: (element) => ({ ...element, origin }),
    particle: (particle) => {
      const { term } = particle;
      if (term.kind !== "element") return particle;
      const declaration = { ...term.declaration, origin };
      return { ...particle, term: { ...term, declaration } };
    },
    part: (part) => ({ ...part, origin }),
  });
}

/** Changes the structure at a place: a named complex type, or one defined in place of a member. */
export function editStructureAt(
  workspace: Workspace,
  place: Place,
  change: (type: ComplexType) => ComplexType,
): void {
  const { owner, steps } = place;
  const named = workspace.types.get(owner.key);
  if (owner.kind === "type" && steps.length === 0) {
    if (named?.kind === "complex")
      workspace.types.set(owner.key, { ...change(named), name: named.name });
    return;
  }
  editTypeAt(workspace, place, (reference) =>
    reference.kind === "anonymous" && reference.type.kind === "complex"
      ? anonymous(change(reference.type))
      : reference,
  );
}
