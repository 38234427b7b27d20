/** Templates that come with soapstone, by name; the build puts them here. The sources compile their files instead. */
export const precompiled: Readonly<Record<string, object>> | undefined =
  undefined;
