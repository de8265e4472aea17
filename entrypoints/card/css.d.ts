/** Style sheets taken in as text, to be constructed where a page's own rules cannot reach. */
declare module '*.css?inline' {
  const text: string;
  // biome-ignore lint/style/noDefaultExport: the form in which the bundler hands a sheet over.
  export default text;
}
