import { useState } from 'preact/hooks';
import type { PackState } from '../lib/messages/holdings.ts';
import { label } from '../lib/text/messages.ts';
import { Press } from './Press.tsx';
import { Say } from './Say.tsx';
import { useStrings } from './strings.ts';
import { type Capture, capturedLine, toCsv, toMarkdown } from './view-models/claim-export.ts';
import type { ClaimItem } from './view-models/claims.ts';
import type { Reading } from './view-models/reading.ts';

export interface ClaimsExportProps {
  readonly claims: readonly ClaimItem[];
  readonly reading: Reading;
  readonly packs: readonly PackState[];
  readonly onCopy: (text: string) => Promise<boolean>;
}

const FORMS = { markdown: toMarkdown, csv: toCsv } as const;
type Form = keyof typeof FORMS;

/** The claims shown, for a researcher's notes: copied with their citations, or printed. */
export function ClaimsExport({ claims, reading, packs, onCopy }: ClaimsExportProps) {
  const messages = useStrings();
  const [copied, setCopied] = useState<Form | null>(null);
  const [opened] = useState(() => new Date().toISOString());
  const { url } = reading.analysis.article;
  async function copy(form: Form): Promise<void> {
    const capture: Capture = { at: new Date().toISOString(), packs };
    const isCopied = await onCopy(FORMS[form](claims, reading, capture, messages));
    setCopied(isCopied ? form : null);
  }
  return (
    <>
      {/* What a sheet of paper cannot be asked. */}
      <p class="fine on-paper">
        {url !== undefined && (
          <>
            <bdi>{url}</bdi>
            <br />
          </>
        )}
        <Say text={capturedLine({ at: opened, packs }, messages)} />
      </p>
      <div class="acts take">
        <Press kind="txt" text={label('claims_copy_markdown')} onPress={() => void copy('markdown')} />
        <Press kind="txt" text={label('claims_copy_csv')} onPress={() => void copy('csv')} />
        <Press kind="txt" text={label('claims_print')} onPress={() => print()} />
        <span class="fine" role="status">
          {copied && <Say text={label(`claims_copied_${copied}`)} />}
        </span>
      </div>
    </>
  );
}
