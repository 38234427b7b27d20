export { looksLikePage } from "./looks-like-page.js";
export { readPages } from "./read-pages.js";
