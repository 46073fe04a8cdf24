/** The experts of an institution: how many companies each takes, has and could still take, and who is away. */
import { Button } from '@mantine/core';
import { IconSchool } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/lib/i18n/useLanguage';
import { plain } from '@/lib/text/bilingual';
import { BiText } from '@/ui/base/BiText';
import { Empty } from '@/ui/base/Empty';
import { Link } from '@/ui/base/Link';
import { StateTag } from '@/ui/base/StateTag';
import { DataTable } from '@/ui/table/DataTable';
import type { Column } from '@/ui/table/types';
import { type Roster, useRoster } from './api';
import { useFactValues } from './facts';
import { addressOf } from './RecordList';

type Entry = Roster['experts'][number];

export function RosterTable({ id }: { id: string }) {
  const { t } = useTranslation('directory');
  const language = useLanguage();
  const f = useFactValues();
  const roster = useRoster(id);
  const nameOf = ({ expert }: Entry) => plain(expert.name, language) || (expert.id ?? '');
  const number = (header: string, value: (entry: Entry) => number | undefined): Column<Entry> => ({
    id: header,
    header: t(`roster.${header}`),
    unit: t('unit.companies'),
    numeric: true,
    cell: (entry) => value(entry) ?? t('unstated'),
    sortValue: (entry) => value(entry) ?? null,
  });
  return (
    <DataTable
      caption={t('roster.caption')}
      rows={roster.data?.experts ?? []}
      rowId={({ expert }) => expert.id ?? ''}
      rowName={nameOf}
      loading={roster.isPending}
      error={roster.error}
      onRetry={() => void roster.refetch()}
      empty={<Empty icon={IconSchool} title={t('roster.empty')} why={t('roster.emptyWhy')} />}
      rowActions={(entry) =>
        entry.expert.can?.includes('update') ? (
          <Button
            size="xs"
            variant="default"
            component={Link}
            href={`${addressOf('experts', entry.expert)}/edit`}
            aria-label={t('roster.editOf', { name: nameOf(entry) })}
          >
            {t('roster.edit')}
          </Button>
        ) : null
      }
      columns={[
        {
          id: 'name',
          header: t('field.name'),
          minWidth: 9,
          cell: ({ expert }) => (
            <Link href={addressOf('experts', expert)}>
              <BiText text={expert.name} empty={expert.id ?? ''} />
            </Link>
          ),
          sortValue: nameOf,
        },
        { id: 'roles', header: t('field.roles'), cell: ({ expert }) => f.list('roles', expert.roles) ?? '' },
        {
          id: 'fields',
          header: t('field.fields'),
          cell: ({ expert }) => f.list('fields', expert.fields) ?? '',
        },
        number('load', ({ expert }) => expert.load ?? 0),
        number('capacity', ({ expert }) => expert.capacity),
        number('free', ({ expert, free }) => (expert.capacity === undefined ? undefined : free)),
        {
          id: 'away',
          header: t('roster.away'),
          cell: ({ away, expert }) => (
            <>
              {away ? <StateTag tone="warning">{t('roster.awayNow')}</StateTag> : null}{' '}
              {f.periods(expert.unavailable)}
            </>
          ),
          sortValue: ({ away }) => (away ? 0 : 1),
        },
      ]}
    />
  );
}
