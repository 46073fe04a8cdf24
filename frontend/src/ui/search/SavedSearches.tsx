/** The searches that an account keeps: name the one on the screen, open, rename and delete those of before. */
import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconBookmark, IconPencil, IconTrash } from '@tabler/icons-react';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SavedDraft, SavedSearch } from '@/lib/search/api';
import { Dialog } from '../base/Dialog';
import { ErrorPanel } from '../base/ErrorPanel';
import { Link } from '../base/Link';
import { Loading } from '../base/Loading';
import classes from './Search.module.css';

/** The most characters of a name, and the most searches of an account. */
const longestName = 100;
const mostSaved = 100;

export interface SavedSearchesProps {
  opened: boolean;
  onClose: () => void;
  saved: SavedSearch[] | undefined;
  error?: unknown;
  onRetry?: () => void;
  /** The search on the screen, with a name to begin with; undefined when nothing is searched. */
  current: SavedDraft | undefined;
  hrefOf: (saved: SavedSearch) => string | undefined;
  onSave: (draft: SavedDraft) => Promise<unknown>;
  onRename: (saved: SavedSearch, name: string) => Promise<unknown>;
  onForget: (saved: SavedSearch) => Promise<unknown>;
}

export function SavedSearches(props: SavedSearchesProps) {
  const { t } = useTranslation('ui');
  return (
    <Dialog opened={props.opened} onClose={props.onClose} title={t('search.saved.title')} size="lg">
      <Inside {...props} />
    </Dialog>
  );
}

function Inside({
  saved,
  error,
  onRetry,
  current,
  hrefOf,
  onSave,
  onRename,
  onForget,
  onClose,
}: SavedSearchesProps) {
  const { t } = useTranslation('ui');
  const [failure, setFailure] = useState<unknown>(null);
  const list = useRef<HTMLUListElement>(null);
  const attempt = async (run: () => Promise<unknown>): Promise<boolean> => {
    setFailure(null);
    try {
      await run();
      return true;
    } catch (problem) {
      setFailure(problem);
      return false;
    }
  };
  const shown = [...(saved ?? [])].sort(
    (a, b) => Number(b.kind === current?.kind) - Number(a.kind === current?.kind),
  );
  return (
    <div className={classes.saved}>
      <section aria-label={t('search.saved.keep')}>
        <h3>{t('search.saved.keep')}</h3>
        {current ? (
          <Keep
            current={current}
            full={shown.length >= mostSaved}
            onSave={(draft) => attempt(() => onSave(draft))}
          />
        ) : (
          <p className={classes.quiet}>{t('search.saved.nothing')}</p>
        )}
      </section>
      {failure ? <ErrorPanel error={failure} /> : null}
      <section aria-label={t('search.saved.list')}>
        <h3>{t('search.saved.list')}</h3>
        {error ? (
          <ErrorPanel error={error} {...(onRetry ? { onRetry } : {})} />
        ) : saved === undefined ? (
          <Loading />
        ) : shown.length === 0 ? (
          <p className={classes.quiet}>{t('search.saved.none')}</p>
        ) : (
          <ul className={classes.savedList} ref={list} tabIndex={-1} aria-label={t('search.saved.list')}>
            {shown.map((one) => (
              <Row
                key={one.id}
                saved={one}
                href={hrefOf(one)}
                onOpen={onClose}
                onRename={(name) => attempt(() => onRename(one, name))}
                onForget={async () => {
                  if (await attempt(() => onForget(one))) list.current?.focus();
                }}
              />
            ))}
          </ul>
        )}
      </section>
    </div>
  );
}

interface KeepProps {
  current: SavedDraft;
  full: boolean;
  onSave: (draft: SavedDraft) => Promise<boolean>;
}

function Keep({ current, full, onSave }: KeepProps) {
  const { t } = useTranslation('ui');
  const [name, setName] = useState(current.name.slice(0, longestName));
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy || name.trim() === '') return;
    setBusy(true);
    await onSave({ ...current, name: name.trim() });
    setBusy(false);
  };
  return (
    <form className={classes.keep} onSubmit={(event) => void submit(event)}>
      <TextInput
        data-autofocus
        label={t('search.saved.name')}
        value={name}
        maxLength={longestName}
        onChange={(event) => setName(event.currentTarget.value)}
        autoComplete="off"
        {...(full ? { error: t('search.saved.full', { count: mostSaved }) } : {})}
      />
      <Button type="submit" loading={busy} disabled={full || name.trim() === ''}>
        {t('search.saved.save')}
      </Button>
    </form>
  );
}

interface RowProps {
  saved: SavedSearch;
  href: string | undefined;
  onOpen: () => void;
  onRename: (name: string) => Promise<boolean>;
  onForget: () => Promise<void>;
}

function Row({ saved, href, onOpen, onRename, onForget }: RowProps) {
  const { t } = useTranslation(['ui', 'words']);
  const [name, setName] = useState<string>();
  const pencil = useRef<HTMLButtonElement>(null);
  const back = useRef(false);
  useEffect(() => {
    // The field is gone: the focus goes back to where it came from.
    if (name === undefined && back.current) pencil.current?.focus();
    back.current = name !== undefined;
  }, [name]);
  if (name !== undefined) {
    const submit = async (event: FormEvent) => {
      event.preventDefault();
      const next = name.trim();
      if (next === '' || next === saved.name || (await onRename(next))) setName(undefined);
    };
    return (
      <li>
        <form
          className={`${classes.keep} ${classes.savedName}`}
          onSubmit={(event) => void submit(event)}
          onKeyDown={(event) => {
            if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
            event.stopPropagation();
            setName(undefined);
          }}
        >
          <TextInput
            autoFocus
            label={t('ui:search.saved.nameOf', { name: saved.name })}
            value={name}
            maxLength={longestName}
            autoComplete="off"
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Button type="submit">{t('ui:save')}</Button>
          <Button variant="default" onClick={() => setName(undefined)}>
            {t('ui:cancel')}
          </Button>
        </form>
      </li>
    );
  }
  return (
    <li>
      <span className={classes.savedName}>
        {href ? (
          <Link href={href} onClick={onOpen}>
            {saved.name}
          </Link>
        ) : (
          saved.name
        )}
        <span className={classes.savedWhat}>
          {[saved.kind ? t(`words:kind.${saved.kind}`) : '', wordsOf(saved)].filter(Boolean).join(' · ')}
        </span>
      </span>
      <ActionIcon
        ref={pencil}
        aria-label={t('ui:search.saved.rename', { name: saved.name })}
        onClick={() => setName(saved.name)}
      >
        <IconPencil size={18} stroke={1.75} aria-hidden="true" />
      </ActionIcon>
      <ActionIcon
        aria-label={t('ui:search.saved.forget', { name: saved.name })}
        onClick={() => void onForget()}
      >
        <IconTrash size={18} stroke={1.75} aria-hidden="true" />
      </ActionIcon>
    </li>
  );
}

const wordsOf = (saved: SavedSearch): string => new URLSearchParams(saved.query).get('q') ?? '';

/** The button beside a list that opens the dialog. */
export function SavedButton({ onClick }: { onClick: () => void }) {
  const { t } = useTranslation('ui');
  return (
    <Button
      variant="default"
      onClick={onClick}
      leftSection={<IconBookmark size={18} stroke={1.75} aria-hidden="true" />}
    >
      {t('search.saved.title')}
    </Button>
  );
}
