import type { Metadata } from 'next';
import { headers } from 'next/headers';
import Link from 'next/link';
import { buttonClass } from '@/components/ui/buttonClass';
import { EntryCard } from '@/components/workspace/entry/EntryCard';
import { JoinForm } from '@/components/workspace/entry/JoinForm';
import { findActor } from '@/lib/auth/actor';
import { describeJoin, type JoinDescription } from '@/lib/auth/describeJoin';
import { AppError } from '@/lib/errors';
import { clientAddress } from '@/lib/http/forwarded';
import { sentenceOf } from '@/lib/http/problem';
import { translatorOf } from '@/lib/i18n/translator';
import { runtime } from '@/lib/runtime';
import { Page } from '../../_shell/Page';
import { pageTitle } from '../../_shell/pageTitle';
import { pagePreferences } from '../../_shell/preferences';

type Props = { params: Promise<{ token: string }> };

export const generateMetadata = (): Promise<Metadata> => pageTitle(({ auth }) => auth('join.titleUntitled'));

const leads = { editor: 'join.leadEditor', commenter: 'join.leadCommenter', viewer: 'join.leadViewer' } as const;

async function describe(token: string): Promise<JoinDescription | AppError> {
  try {
    return await describeJoin(runtime(), token, { address: clientAddress(await headers()), actor: await findActor() });
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
}

export default async function JoinPage({ params }: Props) {
  const { token } = await params;
  const { locale, theme } = await pagePreferences();
  const t = translatorOf(locale, 'auth');
  const join = await describe(token);
  if (join instanceof AppError) {
    return (
      <Page theme={theme} user={null} width="narrow">
        <EntryCard title={t('join.overTitle')} lead={join.code === 'notFound' ? t('join.overLead') : sentenceOf(join, locale)} />
      </Page>
    );
  }
  const { mapId, mapTitle, role, departments, you } = join;
  const title = mapTitle ? t('join.title', { map: mapTitle }) : t('join.titleUntitled');
  if (you?.kind === 'user' && you.mayOpen) {
    return (
      <Page theme={theme} user={null} width="narrow">
        <EntryCard title={title} lead={t('join.memberLead', { name: you.name })}>
          <Link href={`/maps/${mapId}`} className={buttonClass({ variant: 'primary', size: 'lg', className: 'w-full' })}>
            {t('join.memberOpen')}
          </Link>
        </EntryCard>
      </Page>
    );
  }
  const guest = you?.kind === 'guest' && you.mayOpen ? you : null;
  return (
    <Page theme={theme} user={null} width="narrow">
      <EntryCard title={title} lead={t(leads[role])}>
        {guest ? (
          <p className="mb-6 rounded-lg bg-surface-sunken px-4 py-3 text-sm">
            {t('join.alreadyIn', { name: guest.name })}{' '}
            <Link href={`/maps/${mapId}`} className="font-semibold underline">
              {t('join.goOn')}
            </Link>
          </p>
        ) : null}
        {you?.kind === 'user' ? <p className="mb-6 text-ink-soft text-sm">{t('join.signsOut', { name: you.name })}</p> : null}
        <JoinForm token={token} mapId={mapId} departments={departments} guest={guest} />
      </EntryCard>
    </Page>
  );
}
