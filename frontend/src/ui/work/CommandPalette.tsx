/**
 * Search over everything the person may see (Ctrl-K): a combobox whose list is filled by whoever knows how.
 * Arrow keys choose, Enter goes, Escape closes; each answer is announced.
 */
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, useContext, useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../base/Dialog';
import { NavigateContext } from '../base/Link';
import { RoleIcon } from '../base/RoleBadge';
import classes from './CommandPalette.module.css';
import { flat, type PaletteGroup, type PaletteItem, usePaletteSource } from './paletteSource';

export interface CommandPaletteProps {
  opened: boolean;
  onClose: () => void;
  /** Answers a query; the signal is aborted when the next one comes. An empty query may give suggestions. */
  source: (query: string, signal: AbortSignal) => Promise<PaletteGroup[]>;
}

export function CommandPalette({ opened, onClose, source }: CommandPaletteProps) {
  const { t } = useTranslation('ui');
  return (
    <Dialog
      opened={opened}
      onClose={onClose}
      withCloseButton={false}
      centered={false}
      yOffset="12vh"
      size="40rem"
      padding={0}
      attributes={{ content: { 'aria-label': t('search.title') } }}
    >
      <Palette onClose={onClose} source={source} />
    </Dialog>
  );
}

function Palette({ onClose, source }: Omit<CommandPaletteProps, 'opened'>) {
  const { t } = useTranslation('ui');
  const navigate = useContext(NavigateContext);
  const listId = useId();
  const [query, setQuery] = useState('');
  const [settled] = useDebouncedValue(query, 150);
  const { groups, state } = usePaletteSource(settled.trim(), source);
  const items = flat(groups);
  const [active, setActive] = useState(0);
  const at = Math.min(active, Math.max(0, items.length - 1));
  const optionId = (i: number) => `${listId}-${i}`;

  useEffect(() => {
    document.getElementById(`${listId}-${at}`)?.scrollIntoView({ block: 'nearest' });
  }, [at, listId]);

  const choose = (item: PaletteItem | undefined) => {
    if (!item) return;
    onClose();
    if (navigate) navigate(item.href);
    else window.location.assign(item.href);
  };

  const key = (event: KeyboardEvent) => {
    // While a Korean syllable is being composed, Enter and arrows belong to the input method.
    if (event.nativeEvent.isComposing) return;
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (move !== undefined && items.length > 0) {
      event.preventDefault();
      setActive((at + move + items.length) % items.length);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      choose(items[at]);
    }
  };

  const status =
    state === 'failed'
      ? t('search.failed')
      : state === 'ready' && settled.trim() !== ''
        ? items.length === 0
          ? t('search.none', { query: settled.trim() })
          : t('search.found', { count: items.length })
        : '';

  return (
    <>
      <div className={classes.field}>
        <IconSearch size={20} stroke={1.75} aria-hidden="true" />
        <input
          data-autofocus
          className={classes.input}
          role="combobox"
          aria-expanded={items.length > 0}
          aria-controls={listId}
          aria-activedescendant={items.length > 0 ? optionId(at) : undefined}
          aria-autocomplete="list"
          aria-label={t('search.title')}
          autoComplete="off"
          spellCheck={false}
          placeholder={t('search.hint')}
          value={query}
          onChange={(event) => {
            setQuery(event.currentTarget.value);
            setActive(0);
          }}
          onKeyDown={key}
        />
        <kbd className={classes.kbd}>Esc</kbd>
      </div>
      <p
        className={state === 'ready' && items.length > 0 ? 'ju-visually-hidden' : classes.status}
        role="status"
      >
        {status}
      </p>
      <div
        id={listId}
        role="listbox"
        aria-label={t('search.results')}
        className={classes.list}
        aria-busy={state === 'loading'}
      >
        <Groups groups={groups} at={at} optionId={optionId} onChoose={choose} onPoint={setActive} />
      </div>
    </>
  );
}

interface GroupsProps {
  groups: PaletteGroup[];
  at: number;
  optionId: (i: number) => string;
  onChoose: (item: PaletteItem) => void;
  onPoint: (i: number) => void;
}

function Groups({ groups, at, optionId, onChoose, onPoint }: GroupsProps) {
  let next = 0;
  return groups.map((group) => {
    const start = next;
    next += group.items.length;
    return (
      // biome-ignore lint/a11y/useSemanticElements: a group of options in a list box has no element of its own
      <div key={group.id} role="group" aria-labelledby={`${optionId(start)}-group`}>
        <div id={`${optionId(start)}-group`} className={classes.group}>
          {group.label}
        </div>
        {group.items.map((item, i) => (
          // biome-ignore lint/a11y/useFocusableInteractive: see the list box
          // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled by the input
          <div
            key={item.id}
            id={optionId(start + i)}
            role="option"
            aria-selected={start + i === at}
            className={classes.option}
            onClick={() => onChoose(item)}
            onPointerMove={() => onPoint(start + i)}
          >
            {item.role ? <RoleIcon role={item.role} size={32} /> : null}
            <span className={classes.words}>
              <span className={classes.title}>{item.title}</span>
              {item.detail ? <span className={classes.detail}>{item.detail}</span> : null}
            </span>
          </div>
        ))}
      </div>
    );
  });
}
