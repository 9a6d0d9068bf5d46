'use client';

import { Link as LinkIcon, Pencil, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';
import { IconButton } from '@/components/ui/IconButton';
import { TextField } from '@/components/ui/TextField';
import { addCardLink, removeCardLink, updateCardLink } from '@/lib/document/operations/cardLinks';
import { maxPartsPerCard } from '@/lib/map/attachment';
import { type CardLink, hostOf, linkWords, maxAddressLength, toLinkAddress } from '@/lib/map/cardLink';
import { useEditor } from '../session/EditorContext';
import { Section } from './Section';

/** A card's links: open, add, change, remove. */
export function CardLinks({ cardId, links }: { cardId: string; links: readonly CardLink[] }) {
  const t = useTranslations('cardParts.links');
  const { doc, canWrite } = useEditor();
  const [open, setOpen] = useState(false);
  if (links.length === 0 && !canWrite) return null;
  const isFull = links.length >= maxPartsPerCard;
  return (
    <Section title={t('title')}>
      {links.length > 0 ? (
        <ul className="space-y-2">
          {links.map((link) => (
            <LinkRow key={link.id} link={link} />
          ))}
        </ul>
      ) : null}
      {!canWrite ? null : open ? (
        <LinkForm
          onClose={() => setOpen(false)}
          onSave={(address, label) => addCardLink(doc, { cardId, address, label }) !== null}
        />
      ) : (
        <>
          <Button size="sm" disabled={isFull} icon={<Plus size={14} aria-hidden="true" />} onClick={() => setOpen(true)}>
            {t('add')}
          </Button>
          {isFull ? <p className="text-ink-faint text-sm">{t('full', { max: maxPartsPerCard })}</p> : null}
        </>
      )}
    </Section>
  );
}

function LinkRow({ link }: { link: CardLink }) {
  const t = useTranslations('cardParts.links');
  const { doc, canWrite } = useEditor();
  const [editing, setEditing] = useState(false);
  const { id, label } = link;
  const words = linkWords(link);
  // Asked again: others write documents, too.
  const address = toLinkAddress(link.address);
  if (editing) {
    return (
      <li>
        <LinkForm
          link={link}
          onClose={() => setEditing(false)}
          onSave={(next, name) => updateCardLink(doc, { id, address: next, label: name })}
        />
      </li>
    );
  }
  return (
    <li className="flex items-center gap-2 text-sm">
      <LinkIcon size={16} aria-hidden="true" className="shrink-0 text-ink-soft" />
      <span className="min-w-0 flex-1">
        {address === null ? (
          <span className="break-words">{words}</span>
        ) : (
          <a
            href={address}
            target="_blank"
            rel="noopener noreferrer"
            aria-label={t('open', { label: words })}
            title={address}
            className="break-words font-medium text-accent underline underline-offset-2"
          >
            {words}
          </a>
        )}
        {label.trim() === '' ? null : <span className="block break-words text-ink-faint text-xs">{hostOf(link.address)}</span>}
      </span>
      {canWrite ? (
        <>
          <IconButton
            size="sm"
            label={t('edit', { label: words })}
            icon={<Pencil size={15} />}
            onClick={() => setEditing(true)}
          />
          <IconButton
            size="sm"
            label={t('remove', { label: words })}
            icon={<Trash2 size={16} />}
            onClick={() => removeCardLink(doc, { id })}
          />
        </>
      ) : null}
    </li>
  );
}

type FormProps = { link?: CardLink; onClose: () => void; onSave: (address: string, label: string) => boolean };

function LinkForm({ link, onClose, onSave }: FormProps) {
  const t = useTranslations('cardParts.links');
  const [address, setAddress] = useState(link?.address ?? '');
  const [label, setLabel] = useState(link?.label ?? '');
  const [wrong, setWrong] = useState(false);
  const field = 'h-8! text-sm! pointer-coarse:h-11!';
  return (
    <form
      noValidate
      className="space-y-2 rounded-md border border-line p-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (toLinkAddress(address) !== null && onSave(address, label)) onClose();
        else setWrong(true);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      <TextField
        label={t('address')}
        type="url"
        inputMode="url"
        autoFocus
        autoComplete="off"
        placeholder={t('addressHint')}
        maxLength={maxAddressLength}
        value={address}
        error={wrong ? t('wrong') : undefined}
        className={field}
        onChange={(event) => {
          setAddress(event.target.value);
          setWrong(false);
        }}
      />
      <TextField
        label={t('label')}
        autoComplete="off"
        maxLength={200}
        value={label}
        className={field}
        onChange={(event) => setLabel(event.target.value)}
      />
      <div className="flex gap-2">
        <Button size="sm" variant="primary" type="submit" disabled={address.trim() === ''}>
          {t('save')}
        </Button>
        <Button size="sm" variant="ghost" onClick={onClose}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}
