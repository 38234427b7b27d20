/** Handlebars without its compiler, by its path: what `handlebars/runtime` declares is nothing. */
declare module "handlebars/dist/cjs/handlebars.runtime.js" {
  import Handlebars from "handlebars";
  export default Handlebars;
}
