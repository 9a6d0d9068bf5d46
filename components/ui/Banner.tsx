import clsx from 'clsx';
import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Tone } from './Badge';

const looks = {
  neutral: { className: 'bg-surface-sunken text-ink', Icon: Info },
  strong: { className: 'bg-primary text-primary-ink', Icon: Info },
  success: { className: 'bg-success-soft text-success', Icon: CircleCheck },
  warning: { className: 'bg-warning-soft text-warning', Icon: TriangleAlert },
  danger: { className: 'bg-danger-soft text-danger', Icon: CircleAlert },
} satisfies Record<Tone, unknown>;

type Props = {
  tone?: Tone;
  title?: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
  /** Announces it at once: for what just went wrong. */
  urgent?: boolean;
};

/** A sentence that concerns the whole page or form. */
export function Banner({ tone = 'neutral', title, children, action, urgent = false }: Props) {
  const { className, Icon } = looks[tone];
  return (
    <div
      role={urgent ? 'alert' : 'status'}
      className={clsx('flex flex-wrap items-start gap-x-3 gap-y-2 rounded-lg px-4 py-3 text-sm', className)}
    >
      <Icon className="mt-0.5 size-4 shrink-0" aria-hidden="true" />
      <div className="min-w-0 flex-1 basis-48">
        {title ? <p className="font-semibold">{title}</p> : null}
        {children ? <div className={tone === 'strong' ? '' : 'text-ink'}>{children}</div> : null}
      </div>
      {action}
    </div>
  );
}
