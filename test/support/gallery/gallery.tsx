/**
 * Every state of card and popup on one page, drawn by the product's own components from test data.
 * `?board=cards|popup|options` chooses the board, `theme=light|dark`, `text=200`, `dir=rtl` how it is shown.
 */
import { render } from 'preact';
import { Strings } from '../../../components/strings.ts';
import '../../../components/tokens.css';
import '../../../components/card.css';
import '../../../components/panel.css';
import './gallery.css';
import { english } from '../english.ts';
import { BOARDS } from './boards.tsx';

const query = new URLSearchParams(location.search);
const root = document.documentElement;
const theme = query.get('theme');
if (theme) root.dataset.theme = theme;
root.style.fontSize = `${query.get('text') ?? 100}%`;
root.dir = query.get('dir') ?? 'ltr';

const Board = BOARDS[query.get('board') ?? 'cards'];
if (!Board) throw new Error('No such board');
render(
  <Strings value={english}>
    <Board />
  </Strings>,
  document.body,
);
