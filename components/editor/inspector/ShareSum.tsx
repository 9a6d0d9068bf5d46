'use client';

import { TriangleAlert } from 'lucide-react';
import { useFormatter, useTranslations } from 'use-intl';
import { isMoreThanAll, sumShares } from '@/lib/map/ways/wayChoices';
import { useArrangedPart } from '../session/EditorContext';

/** Says when the ways from a step take more customers than there are. Figures of different sources need not fit: nothing is forbidden. */
export function ShareSum({ stepId }: { stepId: string }) {
  const t = useTranslations('editor.inspector');
  const format = useFormatter();
  const steps = useArrangedPart((map) => map.steps);
  const transitions = useArrangedPart((map) => map.transitions);
  const sum = sumShares(transitions.filter(({ from }) => from === stepId));
  const step = steps.find(({ id }) => id === stepId);
  return (
    <div role="status">
      {step && isMoreThanAll(sum) ? (
        <p className="flex items-start gap-2 rounded-md bg-warning-soft px-3 py-2 text-sm">
          <TriangleAlert size={16} aria-hidden="true" className="mt-0.5 shrink-0 text-warning" />
          {t('shareTooMuch', { number: step.number, sum: format.number(sum, { style: 'percent', maximumFractionDigits: 0 }) })}
        </p>
      ) : null}
    </div>
  );
}
