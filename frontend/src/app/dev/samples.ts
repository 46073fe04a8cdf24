/** Invented words for the gallery, in both languages. */
import { useLanguage } from '@/lib/i18n/useLanguage';
import type { Bilingual } from '@/lib/text/bilingual';

export const samples = {
  title: { ko: '구성 요소 모음', en: 'Gallery of components' },
  state: {
    ko: '기업 100곳 중 82곳 배정 · 3곳 확인 필요',
    en: '82 of 100 companies assigned · 3 need a look',
  },
  publish: { ko: '배정 공개', en: 'Publish assignment' },
  saved: { ko: '한결 님에 대한 희망을 저장하였습니다.', en: 'Your wish about Gyeol Han is saved.' },
  need: { ko: '음극재 유럽 인증과 베트남 양산 거점', en: 'European certification and a plant in Vietnam' },
} satisfies Record<string, Bilingual>;

export function useSample(): (text: Bilingual) => string {
  const language = useLanguage();
  return (text) => text[language] ?? '';
}

export interface CompanyRow {
  id: string;
  name: Bilingual;
  region: Bilingual;
  needs: number;
  amount: string;
  state: 'filed' | 'triaged' | 'returned';
  waiting: number | null;
}

const names: [string, string][] = [
  ['가온소재', 'Gaon Materials'],
  ['나래로보틱스', 'Narae Robotics'],
  ['다온바이오', 'Daon Bio'],
  ['라온에너지', 'Raon Energy'],
  ['마루정밀', 'Maru Precision'],
  ['바름소프트', 'Bareum Soft'],
  ['새론전자', 'Saeron Electronics'],
  ['아람환경', 'Aram Environment'],
  ['자람푸드테크', 'Jaram Foodtech'],
  ['차오름모빌리티', 'Chaoreum Mobility'],
  ['큰솔금속', 'Keunsol Metal'],
  ['타래섬유', 'Tarae Textiles'],
  ['푸른센서', 'Pureun Sensor'],
  ['한빛광학', 'Hanbit Optics'],
];

const regions: [string, string][] = [
  ['경북', 'Gyeongbuk'],
  ['경기', 'Gyeonggi'],
  ['충남', 'Chungnam'],
  ['서울', 'Seoul'],
];

const states = ['filed', 'triaged', 'returned'] as const;

export const companies: CompanyRow[] = names.map(([ko, en], i) => {
  const region = regions[i % regions.length] ?? ['', ''];
  return {
    id: `c${i + 1}`,
    name: { ko, en },
    region: { ko: region[0], en: region[1] },
    needs: 1 + ((i * 7) % 5),
    amount: String(((i * 37) % 90) * 50_000_000 + 100_000_000),
    state: states[i % 3] ?? 'filed',
    waiting: i === 4 ? null : (i * 5) % 19,
  };
});
