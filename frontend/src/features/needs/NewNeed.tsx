/** Writing a new need: kept in the browser until it is filed or saved as a draft. */
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useGo } from '@/lib/routing/hooks';
import { PageHead } from '@/ui/base/PageHead';
import { showDone } from '@/ui/base/toast';
import { useFileNeed, useSaveNeed } from './api';
import { useDraft } from './draft';
import { NeedForm } from './NeedForm';

export default function NewNeed() {
  const { t } = useTranslation('needs');
  const go = useGo();
  const draft = useDraft('new', { kind: 'directing' });
  const save = useSaveNeed();
  const file = useFileNeed();
  const store = async (andFile: boolean) => {
    const saved = await save.mutateAsync(draft.need);
    draft.forget();
    if (andFile && saved.id) await file.mutateAsync(saved.id);
    showDone(t(andFile ? 'done.filed' : 'done.saved'));
    go(`/needs/${encodeURIComponent(saved.id ?? '')}`);
  };
  const busy = save.isPending || file.isPending;
  const press = (andFile: boolean) => void store(andFile).catch(() => undefined);
  return (
    <>
      <PageHead
        title={t('new.title')}
        state={t('new.state')}
        back={{ href: '/needs', label: t('list.title') }}
        more={
          <Button variant="default" loading={busy} onClick={() => press(false)}>
            {t('form.saveDraft')}
          </Button>
        }
      />
      <NeedForm
        need={draft.need}
        onChange={draft.change}
        savedAt={draft.savedAt}
        onFile={() => press(true)}
        busy={busy}
        error={save.error ?? file.error}
      />
    </>
  );
}
