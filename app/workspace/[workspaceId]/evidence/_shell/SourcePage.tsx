import type { ReactNode } from 'react';
import { SourceHeader } from '@/components/evidence/SourceHeader';
import { runtime } from '@/lib/runtime';
import { summariseSource } from '@/lib/sources/summariseSources';
import { EvidencePage } from './EvidencePage';
import type { AskedSource } from './requireSource';

/** The frame of a source's pages, with its head. */
export async function SourcePage({ asked, children }: { asked: AskedSource; children: ReactNode }) {
  const { answers } = await summariseSource(runtime(), asked.row);
  return (
    <EvidencePage asked={asked}>
      <SourceHeader source={asked.source} rights={asked.rights} answers={answers} />
      {children}
    </EvidencePage>
  );
}
