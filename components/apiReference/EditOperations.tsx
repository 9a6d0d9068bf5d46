import { type EditOperation, editGroups } from '@/lib/api/reference/reference';
import { FieldList } from './FieldList';
import { Prose } from './Prose';
import type { Words } from './words';

/** The operations that a map's content is edited by, by what they are about; each opens to show its fields. */
export function EditOperations({ t, operations }: { t: Words; operations: readonly EditOperation[] }) {
  return (
    <section id="edit-operations" aria-labelledby="edit-operations-title" className="scroll-mt-4 border-line border-t py-8">
      <h3 id="edit-operations-title" className="font-bold text-lg">
        <a href="#edit-operations" className="no-underline hover:underline">
          {t('editOperations', { count: operations.length })}
        </a>
      </h3>
      <p className="mt-2 max-w-prose text-pretty">{t('editOperationsText')}</p>
      <div className="mt-6 grid gap-x-10 gap-y-8 xl:grid-cols-2">
        {editGroups.map((group) => (
          <div key={group}>
            <h4 className="mb-1 font-semibold">{t(`groups.${group}`)}</h4>
            <ul className="divide-y divide-line border-line border-y">
              {operations
                .filter((operation) => operation.group === group)
                .map(({ name, description, fields }) => (
                  <li key={name}>
                    <details>
                      <summary className="cursor-pointer py-2 text-sm hover:bg-hover">
                        <code lang="en" className="font-mono font-semibold">
                          {name}
                        </code>
                        {description === null ? null : (
                          <span lang="en" className="ml-2 text-ink-soft">
                            {description.replaceAll('`', '')}
                          </span>
                        )}
                      </summary>
                      <div id={`operation-${name}`} className="pb-2 pl-4">
                        {description?.includes('`') ? <Prose text={description} className="text-sm" /> : null}
                        <FieldList t={t} fields={fields} marksRequired />
                      </div>
                    </details>
                  </li>
                ))}
            </ul>
          </div>
        ))}
      </div>
    </section>
  );
}
