/** The frame of a record's form: saving under its version, somebody else's change, what is kept here. */
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { toProblem } from '@/lib/api/problem';
import { formatDateTime } from '@/lib/dates/dates';
import { useLanguage } from '@/lib/i18n/useLanguage';
import { ErrorPanel } from '@/ui/base/ErrorPanel';
import { PageHead } from '@/ui/base/PageHead';
import { StaleDialog } from '@/ui/base/StaleDialog';
import { showDone } from '@/ui/base/toast';
import { type Expert, type Investor, useSaveOwn } from './api';
import type { useDraft } from './draft';
import classes from './Profiles.module.css';

interface Records {
  expert: Expert;
  investor: Investor;
}

export interface OwnFormProps<K extends keyof Records> {
  kind: K;
  title: string;
  state: string;
  draft: ReturnType<typeof useDraft<Records[K]>>;
  reload: () => Promise<Records[K] | undefined>;
  aside: ReactNode;
  children: ReactNode;
}

export function OwnForm<K extends keyof Records>(props: OwnFormProps<K>) {
  const { kind, draft, reload, aside, children } = props;
  const { t } = useTranslation('profiles');
  const language = useLanguage();
  const save = useSaveOwn(kind);
  const stale = save.isError && toProblem(save.error).code === 'stale';
  const store = () =>
    save.mutate(draft.value, {
      onSuccess: () => {
        draft.forget();
        showDone(t('form.done'));
      },
    });
  const changed = draft.savedAt !== '';
  const button = (
    <Button onClick={store} loading={save.isPending} disabled={!changed}>
      {t('form.save')}
    </Button>
  );
  return (
    <>
      <PageHead title={props.title} state={props.state} action={button} />
      {save.isError && !stale ? <ErrorPanel error={save.error} kept={t('form.kept')} /> : null}
      <div className={classes.form}>
        <div className={classes.sections}>{children}</div>
        <div className={classes.aside}>
          <div className={`ju-card ${classes.pad}`}>{aside}</div>
          <p className={`${classes.quiet} ${classes.state}`} role="status">
            {changed ? t('form.unsaved', { at: formatDateTime(draft.savedAt, language) }) : t('form.same')}
          </p>
        </div>
      </div>
      <StaleDialog
        opened={stale}
        onClose={() => save.reset()}
        onKeepMine={async () => {
          const now = await reload();
          if (now?.version) draft.change({ version: now.version } as never);
          save.reset();
        }}
        onTakeTheirs={async () => {
          await reload();
          draft.forget();
          save.reset();
        }}
      />
    </>
  );
}

/** A part of the form under its heading. */
export function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={`ju-card ${classes.section}`} aria-label={title}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}
