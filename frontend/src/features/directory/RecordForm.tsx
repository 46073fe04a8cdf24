/** Writing a record, new or stored. What is typed survives a reload and somebody else's change. */
import { Button, TextInput } from '@mantine/core';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldErrors, toProblem } from '@/lib/api/problem';
import { useLanguage } from '@/lib/i18n/useLanguage';
import { useGo } from '@/lib/routing/hooks';
import { plain, type Text } from '@/lib/text/bilingual';
import { Callout } from '@/ui/base/Callout';
import { ErrorPanel } from '@/ui/base/ErrorPanel';
import { Link } from '@/ui/base/Link';
import { StaleDialog } from '@/ui/base/StaleDialog';
import { showDone } from '@/ui/base/toast';
import { type Records, useSaveRecord } from './api';
import classes from './Directory.module.css';
import { useDraft } from './draft';
import { FieldInput } from './FieldInput';
import { type Editable, fieldsOf } from './fields';

export interface RecordFormProps<K extends Editable> {
  kind: K;
  start: Records[K];
  /** Fields of the form; all of the kind by default. */
  only?: readonly string[];
  /** Where one goes back to. */
  back: string;
  /** The stored record as it is now; missing for a new one. */
  reload?: () => Promise<Records[K] | undefined>;
}

type Loose = Record<string, unknown> & { version?: number; id?: string; locked?: string[]; name?: Text };

export function RecordForm<K extends Editable>({ kind, start, only, back, reload }: RecordFormProps<K>) {
  const { t } = useTranslation('directory');
  const language = useLanguage();
  const go = useGo();
  const draft = useDraft<Loose>(`${kind}.${start.id ?? 'new'}`, start as Loose);
  const save = useSaveRecord(kind);
  const problem = save.isError ? toProblem(save.error) : null;
  const stale = problem?.code === 'stale';
  const errors = problem ? fieldErrors(problem) : {};
  const specs = fieldsOf[kind].filter((spec) => !only || only.includes(spec.id));

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    try {
      const saved = await save.mutateAsync(draft.record as Records[K]);
      draft.forget();
      showDone(t('form.done', { name: plain(saved.name, language) || saved.id }));
      go(reload ? back : `/${kind}/${encodeURIComponent(saved.id ?? '')}`);
    } catch {
      // The refusal stands on the page.
    }
  };

  return (
    <form className={`ju-card ${classes.form}`} onSubmit={submit} noValidate>
      {problem && !stale ? <ErrorPanel error={save.error} kept={t('form.kept')} /> : null}
      {draft.changed ? <Callout>{t('form.keptHere')}</Callout> : null}
      {reload || only ? null : (
        <TextInput
          label={t('field.id')}
          description={t('help.id')}
          error={errors.id}
          value={draft.record.id ?? ''}
          onChange={(event) => draft.change({ id: event.currentTarget.value.trim() })}
        />
      )}
      {specs.map((spec) => (
        <FieldInput
          key={spec.id}
          spec={spec}
          label={t(kind === 'institutions' && spec.id === 'capacity' ? 'field.agreed' : `field.${spec.id}`)}
          value={draft.record[spec.id]}
          disabled={draft.record.locked?.includes(spec.id) ?? false}
          errors={errors}
          onChange={(value) => draft.change({ [spec.id]: value })}
        />
      ))}
      {draft.record.locked?.some((id) => specs.some((spec) => spec.id === id)) ? (
        <p className={classes.quiet}>{t('form.locked')}</p>
      ) : null}
      <div className={classes.foot}>
        <Button type="submit" loading={save.isPending}>
          {t(reload ? 'form.save' : 'form.create')}
        </Button>
        <Button variant="default" component={Link} href={back} onClick={draft.forget}>
          {t('form.cancel')}
        </Button>
      </div>
      <StaleDialog
        opened={stale}
        onClose={() => save.reset()}
        onKeepMine={async () => {
          const now = await reload?.();
          if (now?.version) draft.change({ version: now.version });
          save.reset();
        }}
        onTakeTheirs={async () => {
          const now = await reload?.();
          if (now) draft.change(now as Loose);
          save.reset();
        }}
      />
    </form>
  );
}
