/** A chart: its title is the finding, the drawing follows, the figures stand in a table behind it. */
import { Button } from '@mantine/core';
import { IconChartBar, IconTable } from '@tabler/icons-react';
import { type ReactNode, Suspense, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty } from '../base/Empty';
import { Loading } from '../base/Loading';
import { ScrollRegion } from '../base/ScrollRegion';
import classes from './ChartFrame.module.css';

export interface ChartTable {
  columns: { label: string; unit?: string; numeric?: boolean }[];
  rows: ReactNode[][];
}

export interface ChartFrameProps {
  /** The finding as a sentence: "해외 인증 수요가 가장 많습니다(38건)". */
  finding: string;
  /** What is drawn, with its unit: "주제별 수요(건)". */
  what: string;
  table: ChartTable;
  empty?: boolean;
  emptyWhy?: string;
  children: ReactNode;
}

export function ChartFrame({ finding, what, table, empty = false, emptyWhy, children }: ChartFrameProps) {
  const { t } = useTranslation('ui');
  const id = useId();
  const [asTable, setAsTable] = useState(false);
  return (
    <section className={`${classes.frame} ju-card`} aria-labelledby={id}>
      <div className={classes.head}>
        <div className={classes.words}>
          <h3 id={id} className={classes.finding}>
            {empty ? what : finding}
          </h3>
          {empty ? null : <p className={classes.what}>{what}</p>}
        </div>
        {empty ? null : (
          <Button
            variant="subtle"
            size="xs"
            className="ju-no-print"
            onClick={() => setAsTable((on) => !on)}
            leftSection={
              asTable ? (
                <IconChartBar size={18} aria-hidden="true" />
              ) : (
                <IconTable size={18} aria-hidden="true" />
              )
            }
          >
            {asTable ? t('chart.asChart') : t('chart.asTable')}
          </Button>
        )}
      </div>
      {empty ? (
        <Empty icon={IconChartBar} title={t('chart.empty')} why={emptyWhy} />
      ) : asTable ? (
        <Figures table={table} caption={what} />
      ) : (
        <div className={classes.plot} role="img" aria-label={t('chart.label', { finding, what })}>
          <Suspense fallback={<Loading />}>{children}</Suspense>
        </div>
      )}
    </section>
  );
}

function Figures({ table, caption }: { table: ChartTable; caption: string }) {
  return (
    <ScrollRegion className={classes.scroll} aria-label={caption}>
      <table className={classes.table}>
        <caption className="ju-visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {table.columns.map((column) => (
              <th key={column.label} scope="col" className={column.numeric ? 'ju-number' : undefined}>
                {column.label}
                {column.unit ? <span className={classes.unit}>{column.unit}</span> : null}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of figures have no identity of their own
            <tr key={i}>
              {row.map((cell, j) => {
                const column = table.columns[j];
                const className = column?.numeric ? 'ju-number' : undefined;
                return j === 0 ? (
                  <th key={column?.label} scope="row" className={className}>
                    {cell}
                  </th>
                ) : (
                  <td key={column?.label} className={className}>
                    {cell}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
