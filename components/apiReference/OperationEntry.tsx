import { Badge } from '@/components/ui/Badge';
import { toCurl } from '@/lib/api/reference/curl';
import type { Answer, Body, ReferenceOperation } from '@/lib/api/reference/reference';
import { CodeBlock } from './CodeBlock';
import { FieldList, typeHref } from './FieldList';
import { MethodMark } from './MethodMark';
import { Prose } from './Prose';
import type { Words } from './words';

const partTitle = 'mt-6 mb-1 font-semibold text-sm';

function BodyPart({ t, body }: { t: Words; body: Body }) {
  return (
    <>
      <h4 className={partTitle}>
        {t('body')}{' '}
        <span lang="en" className="font-mono font-normal text-ink-faint">
          {body.mediaTypes.join(', ')}
        </span>
        {body.isRequired ? null : <span className="font-normal text-ink-faint"> · {t('maybeMissing')}</span>}
      </h4>
      {body.fields.length > 0 ? (
        <FieldList t={t} fields={body.fields} marksRequired />
      ) : (
        <p className="text-ink-soft text-sm">{t('fileBody')}</p>
      )}
    </>
  );
}

function AnswerPart({ t, answer }: { t: Words; answer: Answer }) {
  return (
    <>
      <h4 className={partTitle}>{t('answer')}</h4>
      <p className="text-sm">
        <code className="font-mono font-semibold">{answer.status}</code> <span lang="en">{answer.description}</span>
        {answer.type === null ? (
          answer.mediaTypes.length > 0 && (
            <span lang="en" className="font-mono text-ink-faint">
              {' '}
              {answer.mediaTypes.join(', ')}
            </span>
          )
        ) : (
          <>
            {' '}
            <a href={typeHref(answer.type)} className="underline">
              <code lang="en" className="font-mono">
                {answer.type}
              </code>
            </a>
          </>
        )}
      </p>
      {answer.headers.length > 0 ? (
        <ul className="mt-1 space-y-0.5 text-ink-soft text-sm">
          {answer.headers.map(({ name, description }) => (
            <li key={name} lang="en">
              <code className="font-mono text-ink">{name}</code> {description}
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}

type Props = { t: Words; operation: ReferenceOperation; server: string };

/** One thing that a program can ask for: how it is called, beside it a call that works and what comes back. */
export function OperationEntry({ t, operation, server }: Props) {
  const { id, method, path, summary, description, scope, parameters, body, request, answer, problems } = operation;
  return (
    <article id={id} aria-labelledby={`${id}-title`} className="scroll-mt-4 border-line border-t py-8">
      <h3 id={`${id}-title`} lang="en" className="font-bold text-lg">
        <a href={`#${id}`} className="no-underline hover:underline">
          {summary}
        </a>
      </h3>
      <div className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-2">
        <MethodMark method={method} />
        <code lang="en" className="min-w-0 break-words font-mono text-sm">
          {path}
        </code>
        <Badge>{t(`scopes.${scope}`)}</Badge>
      </div>
      <div className="mt-3 grid gap-x-10 gap-y-6 xl:grid-cols-[minmax(0,1fr)_minmax(0,27rem)]">
        <div className="min-w-0">
          {description === null ? null : <Prose text={description} />}
          {parameters.map(({ place, fields }) => (
            <div key={place}>
              <h4 className={partTitle}>{t(`places.${place}`)}</h4>
              <FieldList t={t} fields={fields} marksRequired />
            </div>
          ))}
          {body ? <BodyPart t={t} body={body} /> : null}
          <AnswerPart t={t} answer={answer} />
          <h4 className={partTitle}>{t('problems')}</h4>
          <p className="flex flex-wrap gap-x-3 gap-y-1 text-sm">
            {problems.map(({ status, description: sentence }) => (
              <a key={status} href={`#problem-${status}`} title={sentence} className="font-mono underline">
                {status}
              </a>
            ))}
          </p>
        </div>
        <div className="min-w-0 space-y-3">
          <CodeBlock title={t('request')} code={toCurl(request, server)} copyLabel={t('copyRequest', { summary })} />
          {answer.example === null ? null : (
            <CodeBlock title={t('exampleAnswer', { status: answer.status })} code={answer.example} isJson />
          )}
        </div>
      </div>
    </article>
  );
}
