import { family } from "./entry.js";

/** What keeps `soapstone diff` from comparing; the changes it finds are `change/…`. */
export const diffCatalogue = family({
  "diff/no-git": {
    severity: "error",
    title: "Not in a Git repository",
    message: "{path} cannot be read with Git: {reason}",
    cause:
      "git:REF is read with the `git` command from the repository that the project is in.",
    fix: "Install Git and run soapstone inside the repository, or give the old inputs as files.",
    bad: "soapstone diff git:HEAD in a folder without .git",
    good: "soapstone diff git:HEAD in a clone",
  },
  "diff/unknown-ref": {
    severity: "error",
    title: "No such commit",
    message: 'Git knows no commit "{name}"',
    cause:
      "git:REF takes a branch, a tag, a commit, or an expression such as HEAD~1. A shallow clone lacks what is older.",
    fix: "Correct the name, or fetch it: `git fetch origin {name}`.",
    bad: "soapstone diff git:mian",
    good: "soapstone diff git:main",
  },
  "diff/bad-manifest": {
    severity: "error",
    title: "Manifest cannot be read",
    message: "{path} is not a manifest that this version reads: {reason}",
    cause: "The names of the old SDK are read from its manifest.",
    fix: "Restore {path} from version control, or compare with git:REF.",
    bad: "<<<<<<< HEAD in soapstone.manifest.json",
    good: "the manifest as soapstone wrote it",
  },
  "diff/names-only": {
    severity: "warning",
    title: "Only names are compared",
    message:
      "{path} tells the names of the SDK only, not its messages and types; {inputs}",
    cause:
      "A manifest has the names that were given and hashes of the inputs, not what the inputs say.",
    fix: "Compare with git:REF or with the old inputs to see changes of messages and types.",
    bad: "soapstone diff generated/orders",
    good: "soapstone diff git:HEAD~1",
  },
  "diff/nothing-in-common": {
    severity: "error",
    title: "Nothing to compare with",
    message: "OLD has {old}, NEW has {new}: they have no service in common",
    cause:
      "Services are compared by name, and one with one whatever their names are.",
    fix: "Name both, as in `soapstone diff old.wsdl new.wsdl`.",
    bad: "soapstone diff old/returns.wsdl, where the config has customers and orders",
    good: "soapstone diff old/orders.wsdl orders",
  },
});
