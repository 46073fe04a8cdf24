/** One need: how it stands, whose turn it is and until when, what it says, and what one may do with it. */
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/lib/i18n/useLanguage';
import { useGo, useParam } from '@/lib/routing/hooks';
import { plain } from '@/lib/text/bilingual';
import { Callout } from '@/ui/base/Callout';
import { ErrorPanel } from '@/ui/base/ErrorPanel';
import { Link } from '@/ui/base/Link';
import { Loading } from '@/ui/base/Loading';
import { PageHead } from '@/ui/base/PageHead';
import { type Need, useNeed } from './api';
import { NeedState } from './NeedState';
import { NeedSummary } from './NeedSummary';
import { RemoveDraft } from './RemoveDraft';
import { StepButtons } from './StepButtons';
import { candidatesOf } from './state';

export default function NeedPage() {
  const need = useNeed(useParam('id'));
  if (need.isPending) return <Loading />;
  if (need.isError) return <ErrorPanel error={need.error} onRetry={() => void need.refetch()} />;
  return <Shown need={need.data} />;
}

function Shown({ need }: { need: Need }) {
  const { t } = useTranslation('needs');
  const language = useLanguage();
  const go = useGo();
  const id = encodeURIComponent(need.id ?? '');
  const company = plain(need.company_name, language);
  const ranks = candidatesOf(need.kind) !== null && need.can?.includes('rank');
  return (
    <>
      <PageHead
        title={plain(need.title, language) || t('untitled')}
        state={<NeedState need={need} />}
        back={{ href: company ? '/triage' : '/needs', label: t(company ? 'triage.title' : 'list.title') }}
        action={
          ranks ? (
            <Button component={Link} href={`/needs/${id}/matches`}>
              {t(`seeMatches.${candidatesOf(need.kind) ?? 'expert'}`)}
            </Button>
          ) : null
        }
        more={
          <>
            {need.can?.includes('update') ? (
              <Button variant="default" component={Link} href={`/needs/${id}/edit`}>
                {t('edit.verb')}
              </Button>
            ) : null}
            <StepButtons need={need} />
            {need.can?.includes('delete') ? <RemoveDraft need={need} onGone={() => go('/needs')} /> : null}
          </>
        }
      />
      {need.remark ? (
        <Callout
          tone="attention"
          title={t(`remarkTitle.${need.state || 'filed'}`, { defaultValue: t('remarkTitle.filed') })}
        >
          {need.remark}
        </Callout>
      ) : null}
      {need.kind === 'partner' ? <Callout>{t('partnerNotRanked')}</Callout> : null}
      <section className="ju-card" style={{ padding: '8px 24px', marginTop: 16 }}>
        <NeedSummary need={need} />
      </section>
    </>
  );
}
