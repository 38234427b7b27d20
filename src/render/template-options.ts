/** How templates are compiled: by the build those that come with soapstone, in a run those of the user. */
export const templateOptions = {
  noEscape: true,
  strict: true,
  knownHelpers: { comment: true },
  knownHelpersOnly: true,
} as const;
