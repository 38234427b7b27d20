// Part of soapstone's runtime: do not edit, run `soapstone generate` instead.

/** The name of an attachment, from its Content-ID: it stands before the `=` (WS-I AP 1.0 R2933). */
export function attachmentName(contentId: string): string {
  const [name = ""] = contentId.split("=", 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
