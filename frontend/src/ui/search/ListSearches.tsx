/** Saved searches beside a list, wired to the server. Deleting can be undone for 8 seconds and in the notices. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '@/lib/api/me';
import {
  type SavedDraft,
  useForgetSearch,
  useRenameSearch,
  useSavedSearches,
  useSaveSearch,
} from '@/lib/search/api';
import { listAddress } from '@/lib/search/places';
import { showDone } from '../base/toast';
import { SavedButton, SavedSearches } from './SavedSearches';

export function ListSearches({ current }: { current: SavedDraft | undefined }) {
  const { t } = useTranslation('ui');
  const [opened, setOpened] = useState(false);
  const role = useMe().data?.role;
  const saved = useSavedSearches(opened);
  const save = useSaveSearch();
  const rename = useRenameSearch();
  const forget = useForgetSearch();
  return (
    <>
      <SavedButton onClick={() => setOpened(true)} />
      <SavedSearches
        opened={opened}
        onClose={() => setOpened(false)}
        saved={saved.data}
        error={saved.error}
        onRetry={() => void saved.refetch()}
        current={current}
        hrefOf={(one) => (role ? listAddress(role, one.kind, one.query) : undefined)}
        onSave={async (draft) => {
          const { id, name } = await save.mutateAsync(draft);
          showDone(t('search.saved.done', { name }), () => forget.mutateAsync(id).then(() => undefined));
        }}
        onRename={async (one, name) => {
          const { id, kind, query } = one;
          await rename.mutateAsync({ id, kind, query, name });
          showDone(t('search.saved.renamed', { name }), () =>
            rename.mutateAsync({ id, kind, query, name: one.name }).then(() => undefined),
          );
        }}
        onForget={async ({ id, name, kind, query }) => {
          await forget.mutateAsync(id);
          showDone(t('search.saved.gone', { name }), () =>
            save.mutateAsync({ name, kind, query }).then(() => undefined),
          );
        }}
      />
    </>
  );
}
