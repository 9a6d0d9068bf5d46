import { Fragment } from 'react';
import type { Field, Limit, TypeText, Variant } from '@/lib/api/reference/field';
import { limitText } from './limitText';
import { Prose } from './Prose';
import type { Words } from './words';

/** Where the page describes a type. */
export const typeHref = (name: string): string => (name === 'Operation' ? '#edit-operations' : `#type-${name}`);

function Type({ t, type }: { t: Words; type: TypeText }) {
  const name = (
    <code lang="en" className="font-mono">
      {type.name}
    </code>
  );
  return (
    <span className="text-ink-soft text-sm">
      {type.isList ? `${t('listOf')} ` : ''}
      {type.link === null ? (
        name
      ) : (
        <a href={typeHref(type.link)} className="underline">
          {name}
        </a>
      )}
      {type.orNull ? ` ${t('orNull')}` : ''}
    </span>
  );
}

function Limits({ t, limits }: { t: Words; limits: readonly Limit[] }) {
  return (
    <p className="mt-0.5 text-ink-faint text-sm">
      {limits.map((limit, index) => {
        const { words, codes } = limitText(t, limit);
        return (
          <Fragment key={words}>
            {index > 0 ? ' · ' : ''}
            {words}
            {codes.map((code) => (
              <Fragment key={code}>
                {' '}
                <code lang="en" className="break-words rounded bg-surface-sunken px-1 font-mono text-ink">
                  {code}
                </code>
              </Fragment>
            ))}
          </Fragment>
        );
      })}
    </p>
  );
}

type Props = {
  t: Words;
  fields: readonly Field[];
  /** Whether to say which ones must be there: of what is sent. */
  marksRequired?: boolean;
};

/** Fields with what they are and must keep to; what is inside one stands indented below it. */
export function FieldList({ t, fields, marksRequired = false }: Props) {
  return (
    <ul className="divide-y divide-line">
      {fields.map(({ name, type, isRequired, description, limits, fields: inner, variants }) => (
        <li key={name} className="py-2.5 print:break-inside-avoid">
          <p className="flex flex-wrap items-baseline gap-x-2.5">
            <code lang="en" className="break-all font-mono font-semibold text-sm">
              {name}
            </code>
            <Type t={t} type={type} />
            {marksRequired && isRequired ? <span className="font-semibold text-sm text-warning">{t('required')}</span> : null}
            {!marksRequired && !isRequired ? <span className="text-ink-faint text-sm">{t('maybeMissing')}</span> : null}
          </p>
          {description === null ? null : <Prose text={description} className="mt-0.5 text-ink-soft text-sm" />}
          {limits.length > 0 ? <Limits t={t} limits={limits} /> : null}
          {inner.length > 0 ? (
            <div className="mt-1 border-line-strong border-l pl-4">
              <FieldList t={t} fields={inner} marksRequired={marksRequired} />
            </div>
          ) : null}
          <Variants t={t} variants={variants} marksRequired={marksRequired} />
        </li>
      ))}
    </ul>
  );
}

function Variants({ t, variants, marksRequired }: { t: Words; variants: readonly Variant[]; marksRequired: boolean }) {
  if (variants.length === 0) return null;
  return (
    <div className="mt-2 space-y-3">
      <p className="text-ink-faint text-sm">{t('oneOf')}</p>
      {variants.map(({ name, fields }) => (
        <div key={name} className="border-line-strong border-l pl-4">
          <p className="pt-1">
            <code lang="en" className="rounded bg-surface-sunken px-1 py-0.5 font-mono text-sm">
              {name}
            </code>
          </p>
          <FieldList t={t} fields={fields} marksRequired={marksRequired} />
        </div>
      ))}
    </div>
  );
}
