/** Deletes a draft after its name was typed. */
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/lib/i18n/useLanguage';
import { plain } from '@/lib/text/bilingual';
import { ConfirmByName } from '@/ui/base/ConfirmByName';
import { showDone } from '@/ui/base/toast';
import { type Need, useDeleteNeed } from './api';

export function RemoveDraft({ need, onGone }: { need: Need; onGone: () => void }) {
  const { t } = useTranslation('needs');
  const language = useLanguage();
  const [asking, setAsking] = useState(false);
  const remove = useDeleteNeed();
  return (
    <>
      <Button variant="default" onClick={() => setAsking(true)}>
        {t('remove.verb')}
      </Button>
      <ConfirmByName
        opened={asking}
        onClose={() => setAsking(false)}
        title={t('remove.title')}
        name={plain(need.title, language) || t('untitled')}
        verb={t('remove.verb')}
        onConfirm={async () => {
          await remove.mutateAsync({ id: need.id ?? '', version: need.version ?? 0 });
          showDone(t('remove.done'));
          onGone();
        }}
      >
        {t('remove.text')}
      </ConfirmByName>
    </>
  );
}
