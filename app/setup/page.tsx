import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { CompanySetup } from '@/components/workspace/entry/CompanySetup';
import { EntryCard, FormProblem } from '@/components/workspace/entry/EntryCard';
import { SetupForm } from '@/components/workspace/entry/SetupForm';
import { passwordMinLength } from '@/lib/auth/credentials';
import { signInWays } from '@/lib/auth/oidc/signInWays';
import { isSetupOpen } from '@/lib/auth/setup';
import { translatorOf } from '@/lib/i18n/translator';
import { runtime } from '@/lib/runtime';
import { identityProblem } from '../_shell/identityProblem';
import { Page } from '../_shell/Page';
import { pageTitle } from '../_shell/pageTitle';
import { pagePreferences } from '../_shell/preferences';

type Props = { searchParams: Promise<{ code?: string | string[]; error?: string | string[] }> };

export const generateMetadata = (): Promise<Metadata> => pageTitle(({ auth }) => auth('setup.title'));

export default async function SetupPage({ searchParams }: Props) {
  if (!(await isSetupOpen(runtime().database))) redirect('/sign-in');
  const { code: given, error } = await searchParams;
  const code = typeof given === 'string' ? given.slice(0, 64) : '';
  const { locale, theme } = await pagePreferences();
  const t = translatorOf(locale, 'auth');
  const { password, company } = signInWays(runtime().env);
  const problem = identityProblem(error, locale);
  return (
    <Page theme={theme} user={null} width="narrow">
      <EntryCard
        title={t('setup.title')}
        lead={password || company === null ? t('setup.lead') : t('setup.companyLead', { name: company })}
      >
        {problem ? (
          <div className="mb-6">
            <FormProblem sentence={problem} />
          </div>
        ) : null}
        {password || company === null ? (
          <SetupForm code={code} minLength={passwordMinLength} />
        ) : (
          <CompanySetup code={code} name={company} />
        )}
      </EntryCard>
    </Page>
  );
}
