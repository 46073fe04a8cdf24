/** Changing a need that the server has. What is typed survives a reload and somebody else's change. */
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { toProblem } from '@/lib/api/problem';
import { useGo, useParam } from '@/lib/routing/hooks';
import { ErrorPanel } from '@/ui/base/ErrorPanel';
import { Loading } from '@/ui/base/Loading';
import { PageHead } from '@/ui/base/PageHead';
import { StaleDialog } from '@/ui/base/StaleDialog';
import { showDone } from '@/ui/base/toast';
import { type Need, useFileNeed, useNeed, useSaveNeed } from './api';
import { useDraft } from './draft';
import { NeedForm } from './NeedForm';

export default function EditNeed() {
  const need = useNeed(useParam('id'));
  if (need.isPending) return <Loading />;
  if (need.isError) return <ErrorPanel error={need.error} onRetry={() => void need.refetch()} />;
  return <Edit stored={need.data} reload={async () => (await need.refetch()).data} />;
}

function Edit({ stored, reload }: { stored: Need; reload: () => Promise<Need | undefined> }) {
  const { t } = useTranslation('needs');
  const go = useGo();
  const id = stored.id ?? '';
  const draft = useDraft(id, stored);
  const save = useSaveNeed();
  const file = useFileNeed();
  const page = `/needs/${encodeURIComponent(id)}`;
  const mayFile = stored.steps?.includes('file') ?? false;
  const stale = save.isError && toProblem(save.error).code === 'stale';

  const store = async (andFile: boolean) => {
    await save.mutateAsync(draft.need);
    draft.forget();
    if (andFile) await file.mutateAsync(id);
    showDone(t(andFile ? 'done.filed' : 'done.saved'));
    go(page);
  };
  const press = (andFile: boolean) => void store(andFile).catch(() => undefined);
  return (
    <>
      <PageHead
        title={t('edit.title')}
        back={{ href: page, label: t('edit.back') }}
        more={
          mayFile ? (
            <Button variant="default" loading={save.isPending} onClick={() => press(false)}>
              {t('form.saveDraft')}
            </Button>
          ) : null
        }
      />
      <NeedForm
        need={draft.need}
        onChange={draft.change}
        savedAt={draft.savedAt}
        onFile={() => press(mayFile)}
        verb={mayFile ? t('step.file') : t('form.save')}
        busy={save.isPending || file.isPending}
        error={stale ? null : (save.error ?? file.error)}
      />
      <StaleDialog
        opened={stale}
        onClose={() => save.reset()}
        onKeepMine={async () => {
          const now = await reload();
          if (now?.version) draft.change({ version: now.version });
          save.reset();
        }}
        onTakeTheirs={async () => {
          const now = await reload();
          if (now) draft.change(now);
          save.reset();
        }}
      />
    </>
  );
}
