/**
 * Search over everything the person may see (Ctrl-K): a combobox whose list is filled by whoever knows how.
 * Arrow keys choose, Enter goes, Escape closes. The number of results is announced when the typing rests,
 * and an option only once somebody moves to it.
 */
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, useContext, useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/lib/i18n/useLanguage';
import { formatNumber } from '@/lib/words/names';
import { Dialog } from '../base/Dialog';
import { NavigateContext } from '../base/Link';
import classes from './CommandPalette.module.css';
import { PaletteList } from './PaletteList';
import { flat, type PaletteItem, type PaletteSource, usePaletteSource } from './paletteSource';

/** Milliseconds of rest before the words are asked for, and before the result is announced. */
const askRest = 120;
const sayRest = 700;

/** The most characters that the server takes. */
const longest = 200;

export interface CommandPaletteProps {
  opened: boolean;
  onClose: () => void;
  /** Answers a query; the signal is aborted when the next one comes. An empty query may give suggestions. */
  source: PaletteSource;
  /** Words to begin with. They are somebody else's and never counted. */
  initial?: string;
  /** Told what was chosen with which words. */
  onChosen?: (words: string, item: PaletteItem) => void;
}

export function CommandPalette({ opened, onClose, ...rest }: CommandPaletteProps) {
  const { t } = useTranslation('ui');
  return (
    <Dialog
      opened={opened}
      onClose={onClose}
      withCloseButton={false}
      centered={false}
      yOffset="12vh"
      size="42rem"
      padding={0}
      classNames={{ inner: classes.inner, content: classes.content, body: classes.body }}
      attributes={{ content: { 'aria-label': t('search.title') } }}
    >
      <Palette onClose={onClose} {...rest} />
    </Dialog>
  );
}

function Palette({ onClose, source, initial = '', onChosen }: Omit<CommandPaletteProps, 'opened'>) {
  const { t } = useTranslation('ui');
  const navigate = useContext(NavigateContext);
  const listId = useId();
  const [query, setQuery] = useState(initial);
  const [only, setOnly] = useState<string | null>(null);
  const [round, setRound] = useState(0);
  const [settled] = useDebouncedValue(query, askRest);
  const words = settled.normalize('NFC').trim();
  const shown = usePaletteSource({ words, only, round, counted: words !== initial.trim() }, source);
  const { groups } = shown.answer;
  const items = flat(groups);
  const [active, setActive] = useState(0);
  // The first one is what Enter opens; it is not announced until somebody moves.
  const [moved, setMoved] = useState(false);
  const at = Math.min(active, Math.max(0, items.length - 1));
  const optionId = (i: number) => `${listId}-${i}`;

  useEffect(() => {
    document.getElementById(`${listId}-${at}`)?.scrollIntoView({ block: 'nearest' });
  }, [at, listId]);

  const ask = (text: string, narrow: string | null) => {
    setQuery(text);
    setOnly(narrow);
    setActive(0);
    setMoved(false);
  };

  const choose = (item: PaletteItem | undefined) => {
    if (!item) return;
    const deed = item.does;
    if ('ask' in deed) return ask(deed.ask, null);
    if ('only' in deed) return ask(query, deed.only);
    if ('run' in deed) {
      deed.run();
      setActive(0);
      return setRound((n) => n + 1);
    }
    onChosen?.(words, item);
    onClose();
    if (navigate) navigate(deed.go);
    else window.location.assign(deed.go);
  };

  const key = (event: KeyboardEvent) => {
    // While a Korean syllable is being composed, Enter and arrows belong to the input method.
    if (event.nativeEvent.isComposing || event.nativeEvent.keyCode === 229) return;
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (move !== undefined && items.length > 0) {
      event.preventDefault();
      setActive((at + move + items.length) % items.length);
      setMoved(true);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      choose(items[at]);
    }
  };

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
          aria-activedescendant={moved && items.length > 0 ? optionId(at) : undefined}
          aria-autocomplete="list"
          aria-label={t('search.title')}
          autoComplete="off"
          spellCheck={false}
          maxLength={longest}
          enterKeyHint="go"
          placeholder={t('search.hint')}
          value={query}
          onChange={(event) => ask(event.currentTarget.value, null)}
          onKeyDown={key}
        />
        <button type="button" className={classes.kbd} onClick={onClose} aria-label={t('close')}>
          Esc
        </button>
      </div>
      <Status shown={shown} first={items[0]?.title ?? ''} />
      {shown.answer.note ? <div className={classes.note}>{shown.answer.note}</div> : null}
      {shown.state !== 'failed' && shown.words !== '' && shown.answer.total === 0 ? (
        <div className={classes.none}>
          <p>{t('search.none', { query: shown.words })}</p>
          <ul>
            {(['spelling', 'fewer', 'initials'] as const).map((tip) => (
              <li key={tip}>{t(`search.tips.${tip}`)}</li>
            ))}
          </ul>
        </div>
      ) : null}
      <PaletteList
        id={listId}
        busy={shown.state === 'loading'}
        groups={groups}
        at={at}
        optionId={optionId}
        onChoose={choose}
        onPoint={setActive}
      />
    </>
  );
}

/** What came of the words, in sight when it failed and else for the ear alone, once the typing rests. */
function Status({ shown, first }: { shown: ReturnType<typeof usePaletteSource>; first: string }) {
  const { t } = useTranslation('ui');
  const language = useLanguage();
  const { total } = shown.answer;
  const failed = shown.state === 'failed';
  const words =
    failed || shown.state === 'loading' || shown.words === ''
      ? ''
      : total === 0
        ? t('search.none', { query: shown.words })
        : t('search.best', { count: total, number: formatNumber(total, language), name: first });
  const [said] = useDebouncedValue(words, sayRest);
  return (
    <>
      <p className={classes.failed} role="alert">
        {failed ? t('search.failed') : ''}
      </p>
      <p className="ju-visually-hidden" role="status">
        {said === words ? said : ''}
      </p>
    </>
  );
}
