import type { QName } from "../../model/index.js";

/** A component that has a name, and members in it; the members of a message are its parts. */
export interface Owner {
  readonly kind: "type" | "element" | "group" | "message";
  readonly key: string;
}

/** A member on the way through types that are defined in place. */
export type Step =
  | { readonly kind: "element" | "attribute"; readonly name: QName }
  | { readonly kind: "text" };

/** Where a member stands: in which named component, and below which members of it. No steps: the component itself. */
export interface Place {
  readonly owner: Owner;
  readonly steps: readonly Step[];
}

export function below(place: Place, step: Step): Place {
  return { ...place, steps: [...place.steps, step] };
}

export function samePlace(first: Place, second: Place): boolean {
  return placeKey(first) === placeKey(second);
}

function placeKey({ owner, steps }: Place): string {
  return JSON.stringify([
    owner.kind,
    owner.key,
    ...steps.map((step) => [
      step.kind,
      step.kind === "text" ? "" : step.name.key,
    ]),
  ]);
}
