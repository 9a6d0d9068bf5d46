'use client';

import { useTranslations } from 'use-intl';
import { Select } from '@/components/ui/Select';
import { TextField } from '@/components/ui/TextField';
import { delimiters } from '@/lib/evidence/reading/delimited/delimitedForm';
import { encodingNames, type TextEncoding } from '@/lib/evidence/reading/encoding/encodingName';
import type { FileForm } from '@/lib/evidence/reading/fileForm';
import type { InspectionChoices } from '@/lib/evidence/reading/inspection';

type OnChoose = (choices: InspectionChoices) => void;
type Props = { form: FileForm; sheets: readonly string[]; onChoose: OnChoose };

const delimiterNames = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' } as const;
const quotes = ['"', "'", ''] as const;
const recordKinds = ['array', 'lines', 'values'] as const;

/** What only files of one form have: a sheet, an encoding, a sign between cells, a place of the records. */
export function FormFields({ form, sheets, onChoose }: Props) {
  const t = useTranslations('evidencePages.wizard');
  if (form.kind === 'spreadsheet') {
    return (
      <Select
        label={t('sheet')}
        value={form.sheet}
        options={sheets.map((value) => ({ value, label: value }))}
        onChange={(sheet) => onChoose({ sheet })}
      />
    );
  }
  return (
    <>
      <EncodingFields encoding={form.encoding} onChoose={onChoose} />
      {form.kind === 'delimited' ? (
        <DelimitedFields form={form} onChoose={onChoose} />
      ) : (
        <JsonFields form={form} onChoose={onChoose} />
      )}
    </>
  );
}

function EncodingFields({ encoding, onChoose }: { encoding: TextEncoding; onChoose: OnChoose }) {
  const t = useTranslations('evidencePages.wizard');
  return (
    <>
      <Select
        label={t('encoding')}
        value={encoding.name}
        options={encodingNames.map((value) => ({ value, label: t(`encodings.${value}`) }))}
        onChange={(name) => onChoose({ encoding: { name, invalidBytes: 'reject' } })}
      />
      {encoding.name === 'utf-8' ? (
        <Select
          label={t('invalidBytes')}
          value={encoding.invalidBytes}
          options={(['reject', 'windows-1252'] as const).map((value) => ({ value, label: t(`invalid.${value}`) }))}
          onChange={(invalidBytes) => onChoose({ encoding: { name: 'utf-8', invalidBytes } })}
        />
      ) : null}
    </>
  );
}

function DelimitedFields({ form, onChoose }: { form: Extract<FileForm, { kind: 'delimited' }>; onChoose: OnChoose }) {
  const t = useTranslations('evidencePages.wizard');
  const { delimiter, quote } = form;
  const isUsual = delimiters.some((usual) => usual === delimiter);
  return (
    <>
      <Select
        label={t('delimiter')}
        value={delimiter}
        options={[
          ...delimiters.map((value) => ({ value: value as string, label: t(`delimiters.${delimiterNames[value]}`) })),
          ...(isUsual ? [] : [{ value: delimiter, label: delimiter }]),
        ]}
        onChange={(chosen) => onChoose({ delimiter: chosen, quote })}
      />
      <Select
        label={t('quote')}
        value={quote}
        options={quotes.map((value) => ({ value, label: value === '' ? t('noQuote') : value }))}
        onChange={(chosen) => onChoose({ quote: chosen, delimiter })}
      />
    </>
  );
}

function JsonFields({ form, onChoose }: { form: Extract<FileForm, { kind: 'json' }>; onChoose: OnChoose }) {
  const t = useTranslations('evidencePages.wizard');
  const { records, path } = form;
  return (
    <>
      <Select
        label={t('records')}
        value={records}
        options={recordKinds.map((value) => ({ value, label: t(`recordKinds.${value}`) }))}
        onChange={(chosen) => onChoose({ json: { records: chosen, path: chosen === 'array' ? path : [] } })}
      />
      {records === 'array' ? (
        <TextField
          key={path.join('.')}
          label={t('path')}
          hint={t('pathHint')}
          defaultValue={path.join('.')}
          spellCheck={false}
          onBlur={(event) => {
            const names = event.target.value.split('.').filter((name) => name !== '');
            if (names.join('.') !== path.join('.')) onChoose({ json: { records, path: names } });
          }}
        />
      ) : null}
    </>
  );
}
