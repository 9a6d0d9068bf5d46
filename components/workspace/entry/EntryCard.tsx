import type { ReactNode } from 'react';
import { Banner } from '@/components/ui/Banner';
import { PathPicture } from '../PathPicture';

type Props = { title: ReactNode; lead?: ReactNode; children?: ReactNode };

/** The middle of the pages on which somebody arrives: first run, sign-in, joining, invitation, new password. */
export function EntryCard({ title, lead, children }: Props) {
  return (
    <div className="pt-4 sm:pt-10">
      <div className="mb-8 hidden sm:block">
        <PathPicture width={280} />
      </div>
      <h1 className="font-bold text-2xl tracking-tight sm:text-3xl">{title}</h1>
      {lead ? <p className="mt-3 text-pretty text-ink-soft">{lead}</p> : null}
      {children ? <div className="mt-8">{children}</div> : null}
    </div>
  );
}

/** What concerns the whole form, above its fields. */
export function FormProblem({ sentence }: { sentence: string | null }) {
  return sentence ? (
    <Banner tone="danger" urgent>
      {sentence}
    </Banner>
  ) : null;
}
