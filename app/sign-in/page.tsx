import type { Metadata } from 'next';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import { Banner } from '@/components/ui/Banner';
import { buttonClass } from '@/components/ui/buttonClass';
import { ownPath } from '@/components/workspace/entry/checks';
import { EntryCard, FormProblem } from '@/components/workspace/entry/EntryCard';
import { SignInForm } from '@/components/workspace/entry/SignInForm';
import { WaysIn } from '@/components/workspace/entry/WaysIn';
import { findActor } from '@/lib/auth/actor';
import { signInWays } from '@/lib/auth/oidc/signInWays';
import { isSetupOpen } from '@/lib/auth/setup';
import { translatorOf } from '@/lib/i18n/translator';
import { runtime } from '@/lib/runtime';
import { identityProblem } from '../_shell/identityProblem';
import { Page } from '../_shell/Page';
import { pageTitle } from '../_shell/pageTitle';
import { pagePreferences } from '../_shell/preferences';

type Query = Record<'next' | 'callbackUrl' | 'error', string | string[] | undefined>;
type Props = { searchParams: Promise<Partial<Query>> };

export const generateMetadata = (): Promise<Metadata> => pageTitle(({ auth }) => auth('signIn.title'));

export default async function SignInPage({ searchParams }: Props) {
  const { next, callbackUrl, error } = await searchParams;
  if (await isSetupOpen(runtime().database))
    redirect(typeof error === 'string' ? `/setup?${new URLSearchParams({ error })}` : '/setup');
  const wish = [next, callbackUrl].find((value) => typeof value === 'string');
  const target = ownPath(typeof wish === 'string' ? wish : null);
  const { locale, theme } = await pagePreferences();
  const problem = identityProblem(error, locale);
  const actor = await findActor();
  const user = actor?.kind === 'user' ? actor : null;
  if (user && problem === null) redirect(target);
  const ways = signInWays(runtime().env);
  const t = translatorOf(locale, 'auth');
  return (
    <Page theme={theme} user={user} width="narrow">
      <EntryCard title={t('signIn.title')} lead={t('signIn.lead')}>
        {problem ? (
          <div className="mb-6">
            <FormProblem sentence={problem} />
          </div>
        ) : null}
        {target.startsWith('/maps/') && !problem ? (
          <div className="mb-6">
            <Banner title={t('signIn.mapTitle')}>{t('signIn.mapText')}</Banner>
          </div>
        ) : null}
        {user ? (
          <>
            <p className="mb-4 text-ink-soft">{t('signIn.signedInAs', { name: user.name })}</p>
            <Link href={target} className={buttonClass({ variant: 'primary', size: 'lg' })}>
              {t('signIn.goOn')}
            </Link>
          </>
        ) : (
          <>
            <WaysIn company={ways.company} next={target} or={t('company.or')}>
              {ways.password ? <SignInForm next={target} primary={ways.company === null} /> : null}
            </WaysIn>
            <p className="mt-8 text-pretty text-ink-faint text-sm">{t(ways.password ? 'signIn.help' : 'signIn.helpCompany')}</p>
          </>
        )}
      </EntryCard>
    </Page>
  );
}
