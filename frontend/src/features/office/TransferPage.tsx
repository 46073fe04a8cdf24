/** Import and export: files are looked at, checked in full, then written all or nothing. */
import { Button, Group, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorPanel } from '@/ui/base/ErrorPanel';
import { Link } from '@/ui/base/Link';
import { PageHead } from '@/ui/base/PageHead';
import { showFailure } from '@/ui/base/toast';
import { FileDrop } from '@/ui/form/FileDrop';
import { Columns } from './Columns';
import { JobList } from './JobList';
import classes from './Office.module.css';
import { type Mapping, useExport, useImport, useInspect } from './transfer';

const kinds = [
  'companies',
  'needs',
  'experts',
  'investors',
  'institutions',
  'cohorts',
  'people',
  'preferences',
] as const;
const accept = ['.xlsx', '.csv', '.jsonl', '.zip'];
const largest = 64 << 20;

export default function TransferPage() {
  const { t } = useTranslation('office');
  return (
    <>
      <PageHead
        title={t('transfer.title')}
        state={t('transfer.state')}
        more={
          <Button component={Link} href="/merges" variant="default">
            {t('merge.title')}
          </Button>
        }
      />
      <div className={classes.columns}>
        <Import />
        <div className={classes.stack}>
          <Export />
          <Templates />
        </div>
      </div>
      <JobList />
    </>
  );
}

function Import() {
  const { t } = useTranslation('office');
  const [files, setFiles] = useState<File[]>([]);
  const [mapping, setMapping] = useState<Mapping>();
  const inspect = useInspect();
  const start = useImport();
  const choose = (next: File[]) => {
    setFiles(next);
    setMapping(undefined);
    start.reset();
    const sheets = next.filter((file) => /\.(xlsx|csv)$/i.test(file.name));
    if (sheets.length > 0) inspect.mutate(sheets);
    else inspect.reset();
  };
  const send = (dryRun: boolean) =>
    start.mutate(
      { files, dryRun, ...(mapping ? { mapping } : {}) },
      { onSuccess: () => (dryRun ? undefined : setFiles([])) },
    );
  return (
    <section className={`ju-card ${classes.box}`} aria-label={t('import.title')}>
      <h2>{t('import.title')}</h2>
      <FileDrop
        label={t('import.files')}
        help={t('import.help')}
        files={files}
        onChange={choose}
        accept={accept}
        multiple
        largest={largest}
      />
      {inspect.isError ? <ErrorPanel error={inspect.error} /> : null}
      {inspect.data && files.length > 0 ? (
        <Columns inspected={inspect.data} mapping={mapping} onChange={setMapping} />
      ) : null}
      {start.isError ? <ErrorPanel error={start.error} kept={t('import.kept')} /> : null}
      <Group justify="flex-end">
        <Button
          variant="default"
          disabled={files.length === 0}
          loading={start.isPending}
          onClick={() => send(true)}
        >
          {t('import.check')}
        </Button>
        <Button disabled={files.length === 0} loading={start.isPending} onClick={() => send(false)}>
          {t('import.verb')}
        </Button>
      </Group>
    </section>
  );
}

function Export() {
  const { t } = useTranslation('office');
  const [format, setFormat] = useState<'jsonl' | 'xlsx' | 'csv'>('xlsx');
  const make = useExport();
  return (
    <section className={`ju-card ${classes.box}`} aria-label={t('export.title')}>
      <h2>{t('export.title')}</h2>
      <p>{t('export.help')}</p>
      <SegmentedControl
        aria-label={t('export.format')}
        value={format}
        onChange={(value) => setFormat(value as typeof format)}
        data={[
          { value: 'xlsx', label: 'Excel' },
          { value: 'csv', label: 'CSV' },
          { value: 'jsonl', label: 'JSON Lines' },
        ]}
      />
      <Group justify="flex-end">
        <Button
          variant="default"
          loading={make.isPending}
          onClick={() => make.mutate(format, { onError: showFailure })}
        >
          {t('export.verb')}
        </Button>
      </Group>
    </section>
  );
}

function Templates() {
  const { t } = useTranslation('office');
  return (
    <section className={`ju-card ${classes.box}`} aria-label={t('template.title')}>
      <h2>{t('template.title')}</h2>
      <p>{t('template.help')}</p>
      <ul className={classes.links}>
        {kinds.map((kind) => (
          <li key={kind}>
            <a href={`/api/v1/templates/${kind}.xlsx`} download>
              {t(`records.${kind}`)}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
