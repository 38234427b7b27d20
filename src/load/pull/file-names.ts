/** Gives each pulled document a file name that every system can have, and no two the same. */
export class FileNames {
  readonly #taken = new Set<string>();

  /** @param extension `.wsdl` or `.xsd` */
  give(stem: string, extension: string): string {
    const safe =
      stem
        .replace(/[^\w.-]+/g, "-")
        .replace(/^[.-]+|[.-]+$/g, "")
        .slice(0, 80) || "document";
    // Windows keeps these names for devices.
    const base = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i.test(safe)
      ? `_${safe}`
      : safe;
    let name = `${base}${extension}`;
    for (let count = 2; this.#taken.has(name.toLowerCase()); count++) {
      name = `${base}-${count}${extension}`;
    }
    this.#taken.add(name.toLowerCase());
    return name;
  }
}

/** `…/Orders.svc?xsd=xsd0` → `xsd0`; `…/types/common.xsd` → `common`. */
export function stemOfUrl(url: string): string {
  const { pathname, search } = new URL(url);
  const value = /[?&](?:xsd|wsdl|schema)=([^&]+)/i.exec(search)?.[1];
  const last = value ?? pathname.replace(/\/+$/, "").split("/").at(-1) ?? "";
  let decoded = last;
  try {
    decoded = decodeURIComponent(last);
  } catch {
    // Not an encoded name; as it is, then.
  }
  const name = decoded.split(/[\\/]/).at(-1) ?? "";
  return name.replace(/\.(?:wsdl|xsd|xml|asmx|svc)$/i, "");
}
