import type { Model, Port, Service } from "../model/index.js";
import {
  createLoneNode,
  createNode,
  edit,
  type DiffNode,
} from "./diff-node.js";

/** Compares services and their ports: names, protocols, addresses and policies. */
export function diffServices(old: Model, current: Model): readonly DiffNode[] {
  const nodes: DiffNode[] = [];
  const left = new Set(old.services);
  for (const service of current.services) {
    const partner = partnerOf(service, left, current.services.length);
    if (partner === undefined)
      nodes.push(
        createLoneNode(titleOf(service), "service-added", { new: service }),
      );
    else {
      left.delete(partner);
      nodes.push(...diffService(partner, service));
    }
  }
  for (const service of left)
    nodes.push(
      createLoneNode(titleOf(service), "service-removed", { old: service }),
    );
  return nodes;
}

/** By name; one service is the other where there is one on each side. */
function partnerOf(
  service: Service,
  left: ReadonlySet<Service>,
  count: number,
): Service | undefined {
  const others = [...left];
  const [only] = others;
  return (
    others.find(({ name }) => name === service.name) ??
    others.find(({ name }) => name.local === service.name.local) ??
    (others.length === 1 && count === 1 ? only : undefined)
  );
}

function titleOf({ name }: Service): string {
  return `service ${name.local}`;
}

function diffService(old: Service, current: Service): readonly DiffNode[] {
  const node = createNode(titleOf(old), {
    old,
    new: current,
  });
  const site = { node, at: "", old: old.origin, new: current.origin };
  if (old.name.local !== current.name.local)
    edit(site, "name-changed", [old.name.local, current.name.local]);
  const nodes: DiffNode[] = [node];
  const ports = new Map(old.ports.map((port) => [port.name, port]));
  for (const port of current.ports) {
    const partner = ports.get(port.name);
    ports.delete(port.name);
    nodes.push(diffPort(partner, port));
  }
  for (const port of ports.values()) {
    const gone = createNode(`port ${port.name}`, { old: port, new: current });
    const place = { ...site, node: gone, old: port.origin };
    edit(place, "port-removed", [port.protocol, ""]);
    nodes.push(gone);
  }
  return nodes;
}

function diffPort(old: Port | undefined, current: Port): DiffNode {
  const node = createNode(`port ${current.name}`, { new: current });
  const site = { node, at: "", old: old?.origin, new: current.origin };
  if (old === undefined) {
    edit(site, "port-added", ["", current.protocol]);
    return node;
  }
  if (old.protocol !== current.protocol)
    edit(site, "protocol-changed", [old.protocol, current.protocol]);
  const [was = "", is = ""] = [old.address, current.address];
  if (was !== is && was === "") edit(site, "endpoint-added", [was, is]);
  else if (was !== is && is === "") edit(site, "endpoint-removed", [was, is]);
  else if (was !== is) edit(site, "endpoint-changed", [was, is]);
  const [before, after] = [old, current].map(
    ({ policies }) => new Set(policies),
  );
  for (const policy of before ?? [])
    if (after?.has(policy) === false)
      edit(site, "policy-removed", [policy, ""]);
  for (const policy of after ?? [])
    if (before?.has(policy) === false) edit(site, "policy-added", ["", policy]);
  return node;
}
