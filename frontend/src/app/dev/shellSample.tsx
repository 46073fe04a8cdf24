import {
  IconBuildingFactory2,
  IconChecklist,
  IconCoins,
  IconFileImport,
  IconHome,
  IconLogout,
  IconScale,
  IconSchool,
  IconUserCog,
} from '@tabler/icons-react';
import { useState } from 'react';
import type { AppShellProps } from '@/ui/shell/types';
import { SamplePalette } from './SamplePalette';
import { useSample } from './samples';

/** The frame as a coordinator sees it, with invented figures. */
export function useShellSample(): Omit<AppShellProps, 'children'> {
  const s = useSample();
  const [cohort, setCohort] = useState('3');
  return {
    current: 'home',
    nav: [
      { id: 'home', label: s({ ko: '현황', en: 'Overview' }), icon: IconHome, href: '/dev/gallery' },
      {
        id: 'triage',
        label: s({ ko: '수요 검토', en: 'Triage' }),
        icon: IconChecklist,
        href: '/dev/gallery?section=table',
        count: 12,
        attention: true,
      },
      {
        id: 'companies',
        label: s({ ko: '기업', en: 'Companies' }),
        icon: IconBuildingFactory2,
        href: '/dev/gallery?section=match',
        count: 100,
      },
      {
        id: 'experts',
        label: s({ ko: '전문가', en: 'Experts' }),
        icon: IconSchool,
        href: '/dev/gallery?section=form',
      },
      {
        id: 'investors',
        label: s({ ko: '투자자', en: 'Investors' }),
        icon: IconCoins,
        href: '/dev/gallery?section=work',
      },
      {
        id: 'weights',
        label: s({ ko: '가중치', en: 'Weights' }),
        icon: IconScale,
        href: '/dev/gallery?section=charts',
      },
      {
        id: 'import',
        label: s({ ko: '가져오기·내보내기', en: 'Import and export' }),
        icon: IconFileImport,
        href: '/dev/gallery?section=base',
      },
    ],
    cohort: {
      value: cohort,
      onChange: setCohort,
      options: [
        { value: '3', label: s({ ko: '2026년 3기', en: 'Cohort 3, 2026' }) },
        { value: '2', label: s({ ko: '2025년 2기', en: 'Cohort 2, 2025' }) },
      ],
    },
    onSearch: () => SamplePalette.open(),
    notices: [
      {
        id: 'n1',
        message: s({ ko: '가온소재가 수요 1건을 접수하였습니다.', en: 'Gaon Materials filed a need.' }),
        at: new Date(Date.now() - 42 * 60_000),
        href: '/dev/gallery',
        read: false,
      },
    ],
    account: {
      name: s({ ko: '윤서', en: 'Seo Yun' }),
      role: 'coordinator',
      organisation: s({ ko: '도약 프로그램 사무국', en: 'Programme office' }),
      items: [
        {
          id: 'account',
          label: s({ ko: '내 계정', en: 'My account' }),
          icon: IconUserCog,
          href: '/dev/gallery',
        },
        { id: 'out', label: s({ ko: '로그아웃', en: 'Sign out' }), icon: IconLogout },
      ],
    },
    demo: { onRemove: () => undefined },
  };
}
