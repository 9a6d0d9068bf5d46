'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useStore } from 'zustand';
import { Banner } from '@/components/ui/Banner';
import { Select } from '@/components/ui/Select';
import { Spinner } from '@/components/ui/Spinner';
import { TextArea } from '@/components/ui/TextArea';
import { TextField } from '@/components/ui/TextField';
import { useToast } from '@/components/ui/Toast';
import { FormDialog } from '@/components/workspace/FormDialog';
import { useForm } from '@/components/workspace/useForm';
import { findOpen } from '@/lib/signOffs/signOffView';
import { useEditor } from '../session/EditorContext';
import { useVersions } from '../versions/useVersions';
import { useVersionWords } from '../versions/useVersionWords';
import { type Asked, SignerFields } from './SignerFields';
import { sendPutUp } from './signOffRequests';
import { useMembers } from './useMembers';
import { useSignedDepartments } from './useSignedDepartments';

const longestName = 100;
const longestNote = 2_000;

type Props = {
  /** The number of the version that is put up to begin with; null: the map as it is now. */
  version: number | null;
  onDone: () => void;
  onClose: () => void;
};

/** Puts a version of the map, or the map as it is now, up for sign-off. */
export function PutUpDialog({ version: first, onDone, onClose }: Props) {
  const t = useTranslations('signOff.form');
  const { session, signOffs } = useEditor();
  const toast = useToast();
  const { titleOf } = useVersionWords();
  const { items } = useVersions(true);
  const [version, setVersion] = useState(first);
  const [asked, setAsked] = useState<Asked>({ everyDepartment: true, byDepartment: {}, people: [] });
  const { members, problem: noMembers } = useMembers();
  const { departments, problem: noDepartments } = useSignedDepartments(version);
  const open = useStore(signOffs, (state) => findOpen(state.items ?? []));
  const everyDepartment = asked.everyDepartment && Boolean(departments?.length);
  const signers = [
    ...(departments ?? []).flatMap(({ id }) =>
      asked.byDepartment[id] ? [{ userId: asked.byDepartment[id], departmentId: id }] : [],
    ),
    ...asked.people.map((userId) => ({ userId, departmentId: null })),
  ];
  const isComplete = signers.length > 0 && (!everyDepartment || departments?.every(({ id }) => asked.byDepartment[id]));

  const { form, errors, general, busy } = useForm({
    invalid: { name: t('nameTooLong'), note: t('tooLong'), dueOn: t('due'), signers: t('somebodyNeeded') },
    check: () => (isComplete ? {} : { signers: t('somebodyNeeded') }),
    send: async ({ name, note, dueOn }) => {
      const said = { name: version === null ? name : '', note, dueOn: dueOn || null, insteadOf: open?.id ?? null };
      const made = await sendPutUp(session.mapId, { version, signers, everyDepartment, ...said });
      signOffs.getState().put(made);
      toast({ title: t('done', { number: made.version.number }), tone: 'success' });
      onClose();
      onDone();
    },
  });
  const known = items?.some(({ number }) => number === version) ?? false;
  return (
    <FormDialog
      form={form}
      general={general}
      busy={busy || !members || !departments}
      size="md"
      title={t('title')}
      description={t('text')}
      confirm={t('confirm')}
      onClose={onClose}
    >
      {open ? <Banner tone="warning">{t('insteadOf', { number: open.version.number })}</Banner> : null}
      <Select
        label={t('version')}
        value={version === null ? 'now' : String(version)}
        options={[
          { value: 'now', label: t('now') },
          ...(version === null || known ? [] : [{ value: String(version), label: titleOf({ number: version, name: '' }) }]),
          ...(items ?? []).map((one) => ({ value: String(one.number), label: titleOf(one) })),
        ]}
        onChange={(value) => setVersion(value === 'now' ? null : Number(value))}
      />
      {version === null ? (
        <TextField name="name" label={t('versionName')} hint={t('versionNameHint')} maxLength={longestName} error={errors.name} />
      ) : null}
      {noMembers || noDepartments ? (
        <Banner tone="danger" urgent>
          {t('membersFailed')}
        </Banner>
      ) : null}
      {(!members || !departments) && !noMembers && !noDepartments ? <Spinner /> : null}
      {members && departments ? (
        <SignerFields
          departments={departments}
          members={members}
          asked={asked}
          isJudged={errors.signers !== undefined}
          onChange={setAsked}
        />
      ) : null}
      <TextField name="dueOn" type="date" label={t('due')} hint={t('dueHint')} error={errors.dueOn} className="max-w-52" />
      <TextArea name="note" label={t('note')} maxLength={longestNote} rows={3} error={errors.note} />
    </FormDialog>
  );
}
