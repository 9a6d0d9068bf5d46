import type { Reference } from '@/lib/api/reference/reference';
import { Contents } from './Contents';
import { chapterId, contentsOf, hasEditOperations } from './contentsOf';
import { EditOperations } from './EditOperations';
import { FieldList } from './FieldList';
import { Introduction } from './Introduction';
import { OperationEntry } from './OperationEntry';
import { Prose } from './Prose';
import type { Words } from './words';

type Props = {
  t: Words;
  reference: Reference;
  /** The address of this installation, for requests that can be copied. */
  server: string;
};

const chapterTitle = 'font-bold text-2xl tracking-tight';

/** The whole reference: contents, what every program must know, the operations by chapter, problems and types. */
export function ApiReference({ t, reference, server }: Props) {
  const entries = contentsOf(t, reference);
  return (
    <div className="lg:grid lg:grid-cols-[15rem_minmax(0,1fr)] lg:gap-12">
      <Contents label={t('contents')} entries={entries} />
      <div className="min-w-0 pt-4">
        <Introduction t={t} introduction={reference.introduction} version={reference.version} server={server} />
        <nav aria-label={t('chapters')} className="pb-8 lg:hidden print:hidden">
          <ul className="flex flex-wrap gap-2">
            {entries.slice(1).map(({ id, label, lang }) => (
              <li key={id} lang={lang}>
                <a
                  href={`#${id}`}
                  className="inline-flex h-9 items-center rounded-full border border-line-strong px-3.5 text-sm no-underline pointer-coarse:h-11"
                >
                  {label}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        {reference.chapters.map(({ name, description, operations }) => (
          <section key={name} id={chapterId(name)} aria-labelledby={`${chapterId(name)}-title`} className="scroll-mt-4 pb-8">
            <h2 id={`${chapterId(name)}-title`} lang="en" className={chapterTitle}>
              {name}
            </h2>
            <Prose text={description} className="mt-1 mb-6 text-ink-soft" />
            {operations.map((operation) => (
              <OperationEntry key={operation.id} t={t} operation={operation} server={server} />
            ))}
            {hasEditOperations(name) ? <EditOperations t={t} operations={reference.editOperations} /> : null}
          </section>
        ))}
        <Problems t={t} problems={reference.problems} />
        <Types t={t} types={reference.types} />
      </div>
    </div>
  );
}

function Problems({ t, problems }: { t: Words; problems: Reference['problems'] }) {
  return (
    <section id="problems" aria-labelledby="problems-title" className="scroll-mt-4 pb-12">
      <h2 id="problems-title" className={chapterTitle}>
        {t('problems')}
      </h2>
      <p className="mt-1 mb-4 max-w-prose text-pretty text-ink-soft">
        {t.rich('problemsText', {
          link: (text) => (
            <a href="#type-Problem" className="underline">
              {text}
            </a>
          ),
        })}
      </p>
      <dl className="divide-y divide-line border-line border-y">
        {problems.map(({ status, description }) => (
          <div key={status} id={`problem-${status}`} className="flex scroll-mt-4 gap-4 py-2.5 text-sm target:bg-accent-soft">
            <dt className="w-12 shrink-0 pl-2 font-mono font-semibold">{status}</dt>
            <dd>
              <Prose text={description} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Types({ t, types }: { t: Words; types: Reference['types'] }) {
  return (
    <section id="types" aria-labelledby="types-title" className="scroll-mt-4">
      <h2 id="types-title" className={`${chapterTitle} mb-4`}>
        {t('types')}
      </h2>
      {types.map(({ name, description, fields }) => (
        <section
          key={name}
          id={`type-${name}`}
          aria-labelledby={`type-${name}-title`}
          className="scroll-mt-4 border-line border-t py-6"
        >
          <h3 id={`type-${name}-title`} lang="en" className="font-mono font-semibold text-lg">
            <a href={`#type-${name}`} className="no-underline hover:underline">
              {name}
            </a>
          </h3>
          {description === null ? null : <Prose text={description} className="mt-1 max-w-prose text-ink-soft" />}
          <div className="mt-2 max-w-3xl">
            <FieldList t={t} fields={fields} />
          </div>
        </section>
      ))}
    </section>
  );
}
