/** What each column of a sheet is taken for; a wrong guess is mended here once and remembered. */
import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/lib/i18n/useLanguage';
import { Callout } from '@/ui/base/Callout';
import { ScrollRegion } from '@/ui/base/ScrollRegion';
import classes from './Office.module.css';
import type { Inspected, Mapping } from './transfer';

export interface ColumnsProps {
  inspected: Inspected;
  mapping: Mapping | undefined;
  onChange: (mapping: Mapping) => void;
}

export function Columns({ inspected, mapping, onChange }: ColumnsProps) {
  const { t } = useTranslation('office');
  return (
    <>
      {inspected.files.map((file) => (
        <div key={file.name} className={classes.stack}>
          {file.problem ? <Callout tone="warning">{file.problem}</Callout> : null}
          {file.sheets
            .filter((sheet) => !sheet.hidden && !sheet.aside && sheet.table)
            .map((sheet) => (
              <details key={sheet.name} className={classes.details}>
                <summary>
                  {t('columns.sheet', {
                    file: file.name,
                    sheet: sheet.name,
                    kind: t(`records.${sheet.table}`, { defaultValue: sheet.table }),
                    rows: sheet.rows,
                    open: sheet.columns.filter((column) => !column.field).length,
                  })}
                </summary>
                <SheetColumns sheet={sheet} inspected={inspected} mapping={mapping} onChange={onChange} />
              </details>
            ))}
        </div>
      ))}
    </>
  );
}

type Sheet = Inspected['files'][number]['sheets'][number];

function SheetColumns({ sheet, inspected, mapping, onChange }: ColumnsProps & { sheet: Sheet }) {
  const { t } = useTranslation('office');
  const language = useLanguage();
  const fields = inspected.tables.find((table) => table.name === sheet.table)?.fields ?? [];
  const options = fields.map((field) => ({
    value: field.path,
    label: language === 'ko' ? field.ko : field.en,
  }));
  const chosenOf = (header: string, found: string) =>
    mapping?.columns?.find((one) => one.table === sheet.table && one.header === header)?.field ?? found;
  const choose = (header: string, field: string) => {
    const others = (mapping?.columns ?? inspected.remembered.columns ?? []).filter(
      (one) => one.table !== sheet.table || one.header !== header,
    );
    onChange({
      ...inspected.remembered,
      ...mapping,
      columns: [...others, { table: sheet.table, header, field }],
    });
  };
  return (
    <ScrollRegion aria-label={t('columns.title', { sheet: sheet.name })}>
      <table className={classes.table}>
        <caption className="ju-visually-hidden">{t('columns.title', { sheet: sheet.name })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('columns.header')}</th>
            <th scope="col">{t('columns.sample')}</th>
            <th scope="col">{t('columns.field')}</th>
          </tr>
        </thead>
        <tbody>
          {sheet.columns.map((column) => (
            <tr key={column.column}>
              <th scope="row">
                {column.header}
                {column.unit ? ` (${column.unit})` : ''}
              </th>
              <td>{column.samples.slice(0, 2).join(' · ')}</td>
              <td>
                <Select
                  aria-label={t('columns.fieldOf', { header: column.header })}
                  data={options}
                  value={chosenOf(column.header, column.field) || null}
                  onChange={(field) => choose(column.header, field ?? '')}
                  placeholder={t('columns.none')}
                  searchable
                  clearable
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
