import type { ReactNode } from 'react';
import { CompanyButton } from './CompanyButton';

type Props = {
  /** What people call the company's provider; null: there is none. */
  company: string | null;
  next: string;
  /** The word between the two. */
  or: string;
  /** The form for a password, where passwords are in use. */
  children?: ReactNode;
};

/** The ways to sign in: the company's first, as its people need nothing else, then the password. */
export function WaysIn({ company, next, or, children }: Props) {
  if (company === null) return <>{children}</>;
  return (
    <>
      <CompanyButton name={company} next={next} />
      {children ? (
        <>
          <div className="my-6 flex items-center gap-3 text-ink-faint text-sm">
            <span className="h-px flex-1 bg-line" />
            {or}
            <span className="h-px flex-1 bg-line" />
          </div>
          {children}
        </>
      ) : null}
    </>
  );
}
