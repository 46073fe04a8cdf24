/** Synonyms as text, one group a line. What is wrong is said at its line, and saving is safe beside others. */
import { Button } from '@mantine/core';
import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldErrors, toProblem } from '@/lib/api/problem';
import { useLanguage } from '@/lib/i18n/useLanguage';
import { formatNumber } from '@/lib/words/names';
import { ErrorPanel } from '@/ui/base/ErrorPanel';
import { Loading } from '@/ui/base/Loading';
import { StaleDialog } from '@/ui/base/StaleDialog';
import { showDone } from '@/ui/base/toast';
import { type Synonyms, useSaveSynonyms, useSynonyms } from './api';
import { type Fault, faultsOf, readGroups, serverFaults, withWord, writeGroups } from './groups';
import { LinedText, type LinedTextHandle } from './LinedText';
import classes from './Search.module.css';

export interface SynonymsEditorProps {
  /** A word to be given a group of its own, once. */
  word: string | undefined;
  onTaken: () => void;
}

export function SynonymsEditor(props: SynonymsEditorProps) {
  const synonyms = useSynonyms();
  if (synonyms.isPending) return <Loading />;
  if (synonyms.isError) {
    return <ErrorPanel error={synonyms.error} onRetry={() => void synonyms.refetch()} />;
  }
  return (
    <Editor
      {...props}
      stored={synonyms.data}
      reload={async () => (await synonyms.refetch()).data ?? synonyms.data}
    />
  );
}

interface EditorProps extends SynonymsEditorProps {
  stored: Synonyms;
  reload: () => Promise<Synonyms>;
}

function Editor({ word, onTaken, stored, reload }: EditorProps) {
  const { t } = useTranslation('search');
  const language = useLanguage();
  const ids = useId();
  const area = useRef<LinedTextHandle>(null);
  const [text, setText] = useState(() => writeGroups(stored.groups));
  /** What the text is a change of. */
  const [base, setBase] = useState(stored);
  const [tried, setTried] = useState(false);
  const [theirs, setTheirs] = useState<Synonyms>();
  const save = useSaveSynonyms();
  const lines = readGroups(text);
  const problem = save.isError ? toProblem(save.error) : null;
  const refused = problem?.code === 'invalid' ? serverFaults(fieldErrors(problem), lines) : [];
  const faults = [...(tried ? faultsOf(lines) : []), ...refused];
  const changed = text.trim() !== writeGroups(base.groups).trim();

  const written = useRef(text);
  useEffect(() => {
    written.current = text;
  });
  useEffect(() => {
    if (word === undefined) return;
    const next = withWord(written.current, word);
    onTaken();
    setText(next.text);
    area.current?.goTo(next.caret);
  }, [word, onTaken]);

  const take = (next: Synonyms) => {
    setBase(next);
    setText(writeGroups(next.groups));
    setTried(false);
    save.reset();
  };

  const send = async (groups: string[][], version: number) => {
    const before = base;
    try {
      const saved = await save.mutateAsync({ groups, version });
      take(saved);
      showDone(t('synonyms.saved'), async () => {
        take(await save.mutateAsync({ groups: before.groups, version: saved.version ?? 0 }));
      });
    } catch (error) {
      if (toProblem(error).code === 'stale') setTheirs(await reload());
    }
  };

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const first = faultsOf(lines)[0];
    if (first) area.current?.goToLine(first.line);
    else
      void send(
        lines.map((line) => line.words),
        base.version ?? 0,
      );
  };

  return (
    <form className={`ju-card ${classes.box}`} onSubmit={submit} aria-label={t('tab.synonyms')}>
      <div>
        <label className={classes.label} htmlFor={`${ids}-text`}>
          {t('synonyms.label')}
        </label>
        <p className={classes.quiet} id={`${ids}-help`}>
          {t('synonyms.help')}
        </p>
      </div>
      {problem && problem.code !== 'stale' && refused.length === 0 ? (
        <ErrorPanel error={save.error} kept={t('synonyms.kept')} />
      ) : null}
      <LinedText
        ref={area}
        id={`${ids}-text`}
        value={text}
        onChange={(next) => {
          setText(next);
          if (save.isError) save.reset();
        }}
        faulty={new Set(faults.map((fault) => fault.line))}
        describedBy={`${ids}-help ${ids}-faults`}
      />
      <Faults id={`${ids}-faults`} faults={faults} onGo={(line) => area.current?.goToLine(line)} />
      <div className={classes.foot}>
        <Button type="submit" loading={save.isPending} disabled={!changed}>
          {t('synonyms.save')}
        </Button>
        {changed ? (
          <Button variant="default" onClick={() => take(base)}>
            {t('synonyms.reset')}
          </Button>
        ) : null}
        <span className={classes.quiet}>
          {t('synonyms.count', { count: lines.length, number: formatNumber(lines.length, language) })}
        </span>
      </div>
      <StaleDialog
        opened={theirs !== undefined}
        fields={
          theirs
            ? differences(
                lines.map((line) => line.words),
                theirs.groups,
                t('synonyms.group'),
              )
            : []
        }
        onClose={() => setTheirs(undefined)}
        onTakeTheirs={() => {
          if (theirs) take(theirs);
          setTheirs(undefined);
        }}
        onKeepMine={() => {
          if (theirs) setBase(theirs);
          save.reset();
          setTheirs(undefined);
        }}
      />
    </form>
  );
}

/** Groups that stand on one side alone. */
function differences(mine: readonly string[][], theirs: readonly string[][], name: string) {
  const written = (groups: readonly string[][]) => groups.map((group) => group.join(' = '));
  const own = written(mine);
  const other = written(theirs);
  const only = (a: string[], b: string[]) => a.filter((group) => !b.includes(group)).slice(0, 10);
  const left = only(own, other);
  const right = only(other, own);
  return Array.from({ length: Math.max(left.length, right.length) }, (_, i) => ({
    name: `${name} ${i + 1}`,
    mine: left[i] ?? '',
    theirs: right[i] ?? '',
  }));
}

interface FaultsProps {
  id: string;
  faults: Fault[];
  onGo: (line: number) => void;
}

function Faults({ id, faults, onGo }: FaultsProps) {
  const { t } = useTranslation('search');
  return (
    <div id={id} role="alert">
      {faults.length > 0 ? (
        <ul className={classes.faults}>
          {faults.map((fault) => (
            <li key={JSON.stringify(fault)}>
              <button type="button" onClick={() => onGo(fault.line)}>
                {t('synonyms.line', { line: fault.line })}
              </button>{' '}
              {fault.code === 'server' ? fault.message : t(`synonyms.fault.${fault.code}`, { ...fault })}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
