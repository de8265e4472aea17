/** The article's date, wherever it is said: the only thing with this sign and colour. */
export const Lozenge = () => <span class="thm" />;
