import { type CardView, HoverCard } from '../../../components/HoverCard.tsx';
import { label } from '../../../lib/text/messages.ts';
import { cardOf, SUBJECTS } from '../../fixtures/gallery/cards.ts';

const nothing = (): void => {};

function Card({ view, pinned = false }: { view: CardView; pinned?: boolean }) {
  return (
    <HoverCard view={view} pinned={pinned} onClose={nothing} onPin={nothing} onReject={nothing} onRetry={nothing} />
  );
}
const Ready = ({ subject, pinned = false }: { subject: keyof typeof SUBJECTS; pinned?: boolean }) => (
  <Card view={{ kind: 'ready', card: cardOf(SUBJECTS[subject]) }} pinned={pinned} />
);

function Cards() {
  return (
    <main class="board">
      <div class="column">
        <Ready subject="official" />
        <Ready subject="noNote" />
        <Card view={{ kind: 'loading', name: 'Tiger Forces', entity: 'unit' }} />
      </div>
      <div class="column">
        <Ready subject="unit" />
        <Ready subject="undecided" />
      </div>
      <div class="column">
        <Ready subject="misprinted" />
        <Card view={{ kind: 'failed', name: 'Tiger Forces', entity: 'unit', failure: label('card_failed') }} />
      </div>
      <div class="column">
        <Ready subject="outlet" />
        <Ready subject="ahram" pinned />
      </div>
      <div class="column">
        <Ready subject="jpost" />
      </div>
    </main>
  );
}

export const BOARDS: Readonly<Record<string, () => preact.JSX.Element>> = { cards: Cards };
