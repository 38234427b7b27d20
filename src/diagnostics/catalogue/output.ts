import { family } from "./entry.js";

/** Findings about the output folder. The `stale` to `foreign-file` group is what `soapstone check` compares. */
export const outputCatalogue = family({
  "output/hand-edited": {
    severity: "error",
    title: "Generated file was edited by hand",
    message: "{path} was changed since soapstone wrote it",
    cause:
      "The file's hash is neither the one in soapstone.manifest.json nor that of the new text. Regenerating would lose the edit, so nothing was written.",
    fix: "Undo the edit in {path}, or run `soapstone generate --force` to overwrite it.",
    bad: "generated/types.ts with a line added by hand",
    good: "generated/types.ts as generated; the addition in a file of your own",
  },
  "output/in-the-way": {
    severity: "error",
    title: "A file that is not ours is in the way",
    message: "{path} exists, but soapstone did not write it",
    cause:
      "A file would be generated at this path, and no soapstone.manifest.json lists the one that is there. Files of yours are never overwritten, so nothing was written.",
    fix: "Move {path} away or choose another output folder with -o; `--force` overwrites it.",
    bad: "soapstone generate page.html -o src, where src/index.ts is your own",
    good: "soapstone generate page.html -o src/api",
  },
  "output/unsafe-path": {
    severity: "error",
    title: "Path outside the output folder",
    message: 'The path "{path}" cannot be written: {reason}',
    cause:
      "Every generated file stays inside the output folder and has a name that all operating systems accept. A name in the input, or in a changed manifest, led elsewhere.",
    fix: "Rename the component the path is made from, or report it: names should have been made safe.",
    bad: "../../etc/passwd",
    good: "types.ts",
  },
  "output/path-collision": {
    severity: "error",
    title: "Two files with one path",
    message:
      '"{path}" and "{other}" are the same file where letter case does not count',
    cause:
      "Two generated files differ at most in letter case; macOS and Windows keep only one of them.",
    fix: "Rename one of the two services or operations that {path} and {other} are made from.",
    bad: "fixtures/GetItem.ts and fixtures/getItem.ts",
    good: "fixtures/GetItem.ts and fixtures/getItem_2.ts",
  },
  "output/outside": {
    severity: "error",
    title: "Link leads out of the output folder",
    message:
      "{path} is or passes a symbolic link that leaves the output folder",
    cause:
      "Writing through the link would change files outside the output folder.",
    fix: "Replace the link at {path} by a folder, or choose the link's target with -o.",
    bad: "generated/fixtures -> /home/me/fixtures",
    good: "generated/fixtures is a folder",
  },
  "output/bad-manifest": {
    severity: "error",
    title: "Manifest cannot be read",
    message: "{path} is not a manifest that this version reads: {reason}",
    cause:
      "The manifest tells which files are soapstone's. Without it no file can be replaced safely. Merge conflict markers are the usual reason.",
    fix: "Restore {path} from version control, or run `soapstone generate --force` to write it anew.",
    bad: "<<<<<<< HEAD in soapstone.manifest.json",
    good: "the manifest as soapstone wrote it",
  },
  "output/write-failed": {
    severity: "error",
    title: "Cannot write",
    message: "{path} could not be written: {reason}",
    cause:
      "The operating system refused: no permission, no space, a read-only file system, or a file where a folder is needed.",
    fix: "Free space or give permission for {path}, or choose another output folder with -o.",
    bad: "soapstone generate page.html -o /usr",
    good: "soapstone generate page.html -o src/api",
  },
  "output/locked": {
    severity: "error",
    title: "Output folder is in use",
    message: "{path} is being written by {owner}",
    cause:
      "Another run holds the lock of the output folder and did not finish in time.",
    fix: "Wait for the other run; if there is none, delete {path}.",
    bad: "two watchers generating into one folder",
    good: "one run at a time",
  },
  "output/stale": {
    severity: "error",
    title: "Generated file is out of date",
    message: "{path} is not what the specs make now",
    cause:
      "The specs, the config or soapstone changed after the file was generated.",
    fix: "Run `soapstone generate` and commit the result.",
    bad: "specs/page.html changed, generated/types.ts did not",
    good: "both in one commit",
  },
  "output/missing": {
    severity: "error",
    title: "Generated file is missing",
    message: "{path} would be generated, but is not there",
    cause: "The file was deleted or never committed, or the specs have grown.",
    fix: "Run `soapstone generate` and commit the result.",
    bad: "generated/ without types.ts",
    good: "generated/ as `soapstone generate` leaves it",
  },
  "output/obsolete": {
    severity: "error",
    title: "Generated file is no longer made",
    message: "{path} is no longer generated",
    cause: "The manifest lists the file, but the specs make it no more.",
    fix: "Run `soapstone generate`, which deletes it.",
    bad: "fixtures/Old.ts after operation Old was removed",
    good: "no fixtures/Old.ts",
  },
  "output/foreign-file": {
    severity: "error",
    title: "File that is not generated",
    message: "{path} is among generated files, but soapstone did not write it",
    cause:
      "A file of your own, or one left by another tool, lies in a folder of generated code. It is never touched.",
    fix: 'Move {path} out of the folder, or give "output/foreign-file" the severity "info" in the config.',
    bad: "generated/customers/my-notes.ts",
    good: "src/my-notes.ts",
  },
  "output/foreign-attributes": {
    severity: "info",
    title: "Your .gitattributes was kept",
    message: "{path} is your own and was left as it is",
    cause:
      "soapstone marks its files as generated in a .gitattributes file, but one of yours is there.",
    fix: "Add `index.ts linguist-generated` and the like to {path} if you want reviews to fold generated files.",
    bad: "src/api/.gitattributes written by you",
    good: "the file kept, the marks added by you",
  },
});
