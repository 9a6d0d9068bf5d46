'use client';

import clsx from 'clsx';
import { ChevronRight } from 'lucide-react';
import type * as DropdownMenu from 'radix-ui/dropdown-menu';
import type { ReactNode } from 'react';
import { menuClass, menuItemClass } from './floatingClass';
import { MenuLine, type MenuLineProps } from './MenuLine';

type Primitive = Pick<
  typeof DropdownMenu,
  'Item' | 'CheckboxItem' | 'RadioGroup' | 'RadioItem' | 'Sub' | 'SubTrigger' | 'SubContent' | 'Portal' | 'Label' | 'Separator'
>;

type ItemProps = MenuLineProps & {
  onSelect?: (() => void) | undefined;
  disabled?: boolean | undefined;
  /** Cannot be chosen now, but reached, so that its hint is read: a press leaves the menu open. */
  dimmed?: boolean | undefined;
  danger?: boolean;
  /** The child (a link) takes the place of the line. */
  asChild?: boolean;
};
type CheckProps = MenuLineProps & { checked: boolean; onCheckedChange: (checked: boolean) => void; disabled?: boolean };
type ChoiceProps<T extends string> = {
  label: string;
  value: T;
  options: readonly { value: T; label: string; icon?: ReactNode }[];
  onChange: (value: T) => void;
};
type SubProps = { label: ReactNode; icon?: ReactNode; disabled?: boolean; children: ReactNode };

/** The lines of a menu. Drop-down and context menus are built from different primitives of one shape; this dresses either. */
export function menuParts(primitive: Primitive) {
  function Item({ onSelect, disabled, dimmed = false, danger = false, asChild = false, children, ...line }: ItemProps) {
    const className = clsx(menuItemClass, danger && 'text-danger', dimmed && 'cursor-not-allowed! text-ink-faint');
    return (
      <primitive.Item
        asChild={asChild}
        disabled={disabled}
        aria-disabled={dimmed || disabled || undefined}
        onSelect={(event) => {
          if (dimmed) event.preventDefault();
          onSelect?.();
        }}
        className={className}
      >
        {asChild ? children : <MenuLine {...line}>{children}</MenuLine>}
      </primitive.Item>
    );
  }

  function CheckItem({ checked, onCheckedChange, disabled, children, ...line }: CheckProps) {
    return (
      <primitive.CheckboxItem checked={checked} onCheckedChange={onCheckedChange} disabled={disabled} className={menuItemClass}>
        <MenuLine {...line} checked={checked}>
          {children}
        </MenuLine>
      </primitive.CheckboxItem>
    );
  }

  function Choice<T extends string>({ label, value, options, onChange }: ChoiceProps<T>) {
    const choose = (chosen: string) => {
      const option = options.find((candidate) => candidate.value === chosen);
      if (option) onChange(option.value);
    };
    return (
      <primitive.RadioGroup aria-label={label} value={value} onValueChange={choose}>
        {options.map((option) => (
          <primitive.RadioItem key={option.value} value={option.value} className={menuItemClass}>
            <MenuLine icon={option.icon} checked={option.value === value}>
              {option.label}
            </MenuLine>
          </primitive.RadioItem>
        ))}
      </primitive.RadioGroup>
    );
  }

  function Sub({ label, icon, disabled, children }: SubProps) {
    return (
      <primitive.Sub>
        <primitive.SubTrigger disabled={disabled} className={clsx(menuItemClass, 'data-[state=open]:bg-hover')}>
          <MenuLine icon={icon}>{label}</MenuLine>
          <ChevronRight className="size-4 text-ink-faint" aria-hidden="true" />
        </primitive.SubTrigger>
        <primitive.Portal>
          <primitive.SubContent sideOffset={4} collisionPadding={8} className={menuClass}>
            {children}
          </primitive.SubContent>
        </primitive.Portal>
      </primitive.Sub>
    );
  }

  function Label({ children }: { children: ReactNode }) {
    return <primitive.Label className="px-2 pt-2 pb-1 font-semibold text-ink-faint text-xs">{children}</primitive.Label>;
  }

  function Separator() {
    return <primitive.Separator className="-mx-1 my-1 h-px bg-line" />;
  }

  return { Item, CheckItem, Choice, Sub, Label, Separator };
}
