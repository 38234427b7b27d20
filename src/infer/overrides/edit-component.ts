import {
  anonymous,
  type AttributeUse,
  type ComplexType,
  type ElementDeclaration,
  type MessagePart,
  type Particle,
  type TypeReference,
} from "../../model/index.js";
import type { Place, Step } from "./place.js";
import type { Workspace } from "./workspace.js";

/** What becomes of the member at a place. */
export interface Edit {
  /** A particle whose term is an element or a reference to one. */
  readonly particle?: (particle: Particle) => Particle;
  readonly attribute?: (use: AttributeUse) => AttributeUse;
  /** The complex type whose text it is. */
  readonly text?: (type: ComplexType) => ComplexType;
  /** A global element itself. */
  readonly element?: (element: ElementDeclaration) => ElementDeclaration;
  readonly part?: (part: MessagePart) => MessagePart;
}

/** Changes the member at a place of the workspace. */
export function editAt(workspace: Workspace, place: Place, edit: Edit): void {
  const { owner, steps } = place;
  switch (owner.kind) {
    case "type": {
      const type = workspace.types.get(owner.key);
      if (type?.kind === "complex")
        workspace.types.set(owner.key, {
          ...editComplex(type, steps, edit),
          name: type.name,
        });
      return;
    }
    case "element": {
      const element = workspace.elements.get(owner.key);
      if (element === undefined) return;
      const changed =
        steps.length === 0
          ? (edit.element?.(element) ?? element)
          : { ...element, type: editReference(element.type, steps, edit) };
      workspace.elements.set(owner.key, changed);
      return;
    }
    case "group": {
      const group = workspace.groups.get(owner.key);
      if (group === undefined) return;
      const particle = editParticle(group.particle, steps, edit);
      workspace.groups.set(owner.key, { ...group, particle });
      return;
    }
    case "message":
      return editPart(workspace, place, edit);
  }
}

function editPart(
  workspace: Workspace,
  { owner, steps }: Place,
  edit: Edit,
): void {
  const message = workspace.messages.get(owner.key);
  const [step] = steps;
  if (message === undefined || step?.kind !== "element") return;
  const parts = message.parts.map((part) =>
    part.name === step.name.local ? (edit.part?.(part) ?? part) : part,
  );
  workspace.messages.set(owner.key, { ...message, parts });
}

function editReference(
  reference: TypeReference,
  steps: readonly Step[],
  edit: Edit,
): TypeReference {
  return reference.kind === "anonymous" && reference.type.kind === "complex"
    ? anonymous(editComplex(reference.type, steps, edit))
    : reference;
}

function editComplex(
  type: ComplexType,
  steps: readonly Step[],
  edit: Edit,
): ComplexType {
  const [step] = steps;
  if (step === undefined) return type;
  if (step.kind === "text") return edit.text?.(type) ?? type;
  if (step.kind === "attribute") {
    const attributes = type.attributes.map((use) =>
      use.attribute.kind === "attribute" &&
      use.attribute.declaration.name === step.name
        ? (edit.attribute?.(use) ?? use)
        : use,
    );
    return { ...type, attributes };
  }
  const { content } = type;
  if (content.contentKind !== "elementOnly" && content.contentKind !== "mixed")
    return type;
  if (content.particle === undefined) return type;
  const particle = editParticle(content.particle, steps, edit);
  return { ...type, content: { ...content, particle } };
}

function editParticle(
  particle: Particle,
  steps: readonly Step[],
  edit: Edit,
): Particle {
  const { term } = particle;
  const [step, ...rest] = steps;
  if (step?.kind !== "element") return particle;
  switch (term.kind) {
    case "group": {
      const particles = term.particles.map((one) =>
        editParticle(one, steps, edit),
      );
      return { ...particle, term: { ...term, particles } };
    }
    case "elementRef":
      return term.name === step.name && rest.length === 0
        ? (edit.particle?.(particle) ?? particle)
        : particle;
    case "element": {
      const { declaration } = term;
      if (declaration.name !== step.name) return particle;
      if (rest.length === 0) return edit.particle?.(particle) ?? particle;
      const type = editReference(declaration.type, rest, edit);
      return {
        ...particle,
        term: { ...term, declaration: { ...declaration, type } },
      };
    }
    default:
      return particle;
  }
}
