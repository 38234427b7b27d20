/** Device names that Windows keeps for itself, with any extension. */
const deviceName = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i;

// Control characters and what Windows forbids in names; `:` would also open an alternate data stream.
const forbiddenCharacter = /[\u0000-\u001f\u007f<>:"|?*\\]/;

/** Why a relative path cannot be written inside a folder on every system; undefined when it can. */
export function pathProblem(path: string): string | undefined {
  if (path === "") return "it is empty";
  for (const segment of path.split("/")) {
    const problem = segmentProblem(segment);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

/** What nearly all are: too long for the name of a device, too short for a limit. */
const plainSegment = /^[A-Za-z0-9_-]{5,200}(?:\.[A-Za-z0-9_-]{1,20}){0,2}$/;

function segmentProblem(segment: string): string | undefined {
  if (plainSegment.test(segment)) return undefined;
  if (segment === "") return "a part of it is empty, or it is absolute";
  if (segment === "." || segment === "..") return `it contains "${segment}"`;
  if (forbiddenCharacter.test(segment)) {
    return "it contains a character that file names cannot have everywhere";
  }
  if (/[. ]$/.test(segment)) return "a part of it ends in a dot or a blank";
  if (deviceName.test(segment)) return "Windows keeps the name for a device";
  if (new TextEncoder().encode(segment).length > 255) {
    return "a part of it is longer than 255 bytes";
  }
  return undefined;
}
