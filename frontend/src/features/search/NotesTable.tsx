/** What people looked for in vain or waited for: each can be tried, and given a synonym. */
import { Button } from '@mantine/core';
import { IconListSearch } from '@tabler/icons-react';
import { useContext, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '@/lib/api/me';
import { formatDateTime } from '@/lib/dates/dates';
import { useLanguage } from '@/lib/i18n/useLanguage';
import { listAddress, wordsQuery } from '@/lib/search/places';
import { formatNumber, listText } from '@/lib/words/names';
import { ConfirmByName } from '@/ui/base/ConfirmByName';
import { Empty } from '@/ui/base/Empty';
import { Link } from '@/ui/base/Link';
import { StateTag } from '@/ui/base/StateTag';
import { showDone } from '@/ui/base/toast';
import { DataTable } from '@/ui/table/DataTable';
import { OpenSearchContext } from '@/ui/work/openSearch';
import { type SearchNote, useClearNotes, useNotes } from './api';
import classes from './Search.module.css';

export function NotesTable({ onAdd }: { onAdd: (text: string) => void }) {
  const { t } = useTranslation(['search', 'words']);
  const language = useLanguage();
  const [asking, setAsking] = useState(false);
  const notes = useNotes();
  const clear = useClearNotes();
  const rows = notes.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <DataTable
        caption={t('search:tab.notes')}
        rows={rows}
        rowId={(note) => `${note.reason} ${note.text}`}
        rowName={(note) => note.text}
        tools={
          <>
            <p className={classes.quiet}>{t('search:notes.what')}</p>
            {rows.length > 0 ? (
              <Button variant="default" onClick={() => setAsking(true)}>
                {t('search:notes.clear')}
              </Button>
            ) : null}
          </>
        }
        columns={[
          {
            id: 'text',
            header: t('search:notes.text'),
            minWidth: 12,
            cell: (note) => <TryIt note={note} />,
            sortValue: (note) => note.text,
          },
          {
            id: 'reason',
            header: t('search:notes.reason'),
            cell: (note) => (
              <StateTag tone={note.reason === 'none' ? 'attention' : 'warning'}>
                {t(`search:notes.${note.reason}`)}
              </StateTag>
            ),
            sortValue: (note) => note.reason,
          },
          {
            id: 'count',
            header: t('search:notes.count'),
            numeric: true,
            cell: (note) => formatNumber(note.count, language),
            sortValue: (note) => note.count,
          },
          {
            id: 'slowest',
            header: t('search:notes.slowest'),
            unit: t('search:notes.milliseconds'),
            numeric: true,
            cell: (note) => formatNumber(note.slowest_ms, language),
            sortValue: (note) => note.slowest_ms,
          },
          {
            id: 'kinds',
            header: t('search:notes.kinds'),
            cell: (note) =>
              note.kinds.length === 0
                ? t('search:notes.everything')
                : listText(
                    note.kinds.map((kind) => t(`words:kind.${kind}`)),
                    language,
                  ),
          },
          {
            id: 'last',
            header: t('search:notes.last'),
            cell: (note) => <span className="ju-nowrap">{formatDateTime(note.last, language)}</span>,
            sortValue: (note) => note.last,
          },
        ]}
        rowActions={(note) => (
          <Button size="compact-sm" variant="default" onClick={() => onAdd(note.text)}>
            {t('search:notes.add')}
          </Button>
        )}
        loading={notes.isPending}
        error={notes.error}
        onRetry={() => void notes.refetch()}
        empty={
          <Empty icon={IconListSearch} title={t('search:notes.empty')} why={t('search:notes.emptyWhy')} />
        }
        {...(notes.hasNextPage ? { onMore: () => void notes.fetchNextPage() } : {})}
        loadingMore={notes.isFetchingNextPage}
      />
      <ConfirmByName
        opened={asking}
        onClose={() => setAsking(false)}
        title={t('search:notes.clearTitle')}
        name={t('search:notes.clearName')}
        verb={t('search:notes.clear')}
        onConfirm={async () => {
          await clear.mutateAsync();
          showDone(t('search:notes.cleared'));
        }}
      >
        {t('search:notes.clearWhat')}
      </ConfirmByName>
    </>
  );
}

/** Runs the query where it was asked: in the list of its kind, else in the search over everything. */
function TryIt({ note }: { note: SearchNote }) {
  const { t } = useTranslation('search');
  const role = useMe().data?.role;
  const openSearch = useContext(OpenSearchContext);
  const kind = note.kinds.length === 1 ? note.kinds[0] : undefined;
  const list = role && kind ? listAddress(role, kind, wordsQuery(note.text)) : undefined;
  const label = t('notes.try', { words: note.text });
  if (list) {
    return (
      <Link href={list} aria-label={label}>
        {note.text}
      </Link>
    );
  }
  if (!openSearch) return note.text;
  return (
    <button type="button" className={classes.try} aria-label={label} onClick={() => openSearch(note.text)}>
      {note.text}
    </button>
  );
}
