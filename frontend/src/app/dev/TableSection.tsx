import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/lib/i18n/useLanguage';
import { formatMoney } from '@/lib/money/money';
import { plain } from '@/lib/text/bilingual';
import { BiText } from '@/ui/base/BiText';
import { StateTag, type Tone } from '@/ui/base/StateTag';
import { DataTable } from '@/ui/table/DataTable';
import { ActiveFacets, type Chosen, type FacetGroup, Facets } from '@/ui/table/Facets';
import type { Column } from '@/ui/table/types';
import classes from './Gallery.module.css';
import { type CompanyRow, companies, useSample } from './samples';

const tones: Record<CompanyRow['state'], Tone> = { filed: 'info', triaged: 'success', returned: 'warning' };

function useColumns(): Column<CompanyRow>[] {
  const s = useSample();
  const language = useLanguage();
  const { t } = useTranslation('words');
  return [
    {
      id: 'name',
      header: t('kind.company'),
      cell: (r) => <BiText text={r.name} />,
      sortValue: (r) => plain(r.name, language),
      minWidth: 10,
    },
    {
      id: 'region',
      header: s({ ko: '지역', en: 'Region' }),
      cell: (r) => plain(r.region, language),
      sortValue: (r) => plain(r.region, language),
    },
    {
      id: 'state',
      header: s({ ko: '상태', en: 'State' }),
      cell: (r) => <StateTag tone={tones[r.state]}>{t(`needState.${r.state}`)}</StateTag>,
      sortValue: (r) => r.state,
    },
    {
      id: 'needs',
      header: s({ ko: '수요', en: 'Needs' }),
      unit: s({ ko: '(건)', en: '' }),
      numeric: true,
      cell: (r) => r.needs,
      sortValue: (r) => r.needs,
    },
    {
      id: 'amount',
      header: s({ ko: '희망 금액', en: 'Amount sought' }),
      unit: '(KRW)',
      numeric: true,
      cell: (r) => formatMoney({ value: r.amount, currency: 'KRW' }, language),
      sortValue: (r) => Number(r.amount),
      minWidth: 9,
    },
    {
      id: 'waiting',
      header: s({ ko: '대기', en: 'Waiting' }),
      unit: s({ ko: '(일)', en: '(days)' }),
      numeric: true,
      cell: (r) => r.waiting ?? '-',
      sortValue: (r) => r.waiting,
    },
  ];
}

export function TableSection() {
  const s = useSample();
  const { t } = useTranslation('words');
  const language = useLanguage();
  const columns = useColumns();
  const [selection, setSelection] = useState<Set<string>>(new Set(['c2', 'c3']));
  const [chosen, setChosen] = useState<Chosen>({ region: ['경북'] });
  const groups: FacetGroup[] = [
    {
      id: 'region',
      label: s({ ko: '지역', en: 'Region' }),
      options: ['경북', '경기', '충남', '서울', '부산', '대전', '광주', '강원'].map((value, i) => ({
        value,
        label: value,
        count: 30 - i * 3,
      })),
    },
    {
      id: 'stage',
      label: s({ ko: '투자 단계', en: 'Stage' }),
      options: ['seed', 'series-a', 'series-b'].map((value) => ({
        value,
        label: t(`stage.${value}`),
        count: 12,
      })),
    },
  ];
  return (
    <div className={classes.stack}>
      <div className={classes.split}>
        <Facets groups={groups} chosen={chosen} onChange={setChosen} />
        <div className={classes.stack}>
          <ActiveFacets groups={groups} chosen={chosen} onChange={setChosen} />
          <DataTable
            caption={s({ ko: '기업 목록', en: 'Companies' })}
            columns={columns}
            rows={companies}
            rowId={(r) => r.id}
            rowName={(r) => plain(r.name, language)}
            selection={selection}
            onSelection={setSelection}
            view="table"
            bulkActions={() => <Button>{s({ ko: '검토 완료로 바꾸기', en: 'Mark as triaged' })}</Button>}
            rowActions={() => (
              <Button size="xs" variant="default">
                {s({ ko: '열기', en: 'Open' })}
              </Button>
            )}
            card={(r) => (
              <div className={`ju-card ${classes.pad}`}>
                <BiText text={r.name} />
              </div>
            )}
            tools={
              <TextInput
                size="xs"
                aria-label={s({ ko: '이름으로 찾기', en: 'Find by name' })}
                placeholder={s({ ko: '이름으로 찾기', en: 'Find by name' })}
              />
            }
            total={100}
            onMore={() => undefined}
          />
        </div>
      </div>
      <DataTable
        caption={s({ ko: '카드 목록', en: 'Cards' })}
        columns={columns}
        rows={companies.slice(0, 4)}
        rowId={(r) => r.id}
        rowName={(r) => plain(r.name, language)}
        card={(r) => (
          <div className={`ju-card ${classes.pad}`}>
            <strong>
              <BiText text={r.name} />
            </strong>
            <div>{plain(r.region, language)}</div>
          </div>
        )}
      />
      <DataTable caption="-" columns={columns} rows={[]} rowId={(r) => r.id} rowName={(r) => r.id} />
    </div>
  );
}
