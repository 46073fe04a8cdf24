// Investors browse and shortlist; experts turn a pasted CV into works.
import assert from 'node:assert/strict';
import { axe } from '../axe.mjs';
import { scenario } from '../scenario.mjs';

const heading = (page, name) => page.getByRole('heading', { level: 1, name }).waitFor();

scenario('investor: filters the portfolio, opens a company, shortlists it', async ({ open, shot }) => {
  const page = await open({ as: 'investor', lang: 'en', at: '/' });
  await heading(page, 'Portfolio');
  const stage = page.getByRole('checkbox', { name: /^Series A/ });
  await stage.click();
  await page.waitForURL(/stage=series-a/);
  const list = page.getByRole('list', { name: 'Portfolio' });
  const card = list.getByRole('article').first();
  await page.getByText(/companies match your filters/).waitFor();
  const name = await card.getByRole('heading').innerText();
  await shot(page, 'portfolio');
  await card.getByRole('link', { name, exact: true }).click();
  await page.waitForURL(/\/companies\//);
  await page.goBack();
  await page.waitForURL(/stage=series-a/);
  const wish = list.getByRole('group', { name }).getByRole('button', { name: 'Must meet' });
  await wish.click();
  await page.getByText('Your preference was saved.').first().waitFor();
  await page.getByRole('link', { name: 'See my shortlist' }).click();
  await heading(page, 'Shortlist');
  const kept = page.getByRole('article').filter({ has: page.getByRole('heading', { name }) });
  await kept.waitFor();
  await axe(page, '/shortlist in English');
  await shot(page, 'shortlist');
  await kept.getByRole('button', { name: `Remove ${name}` }).click();
  await kept.waitFor({ state: 'detached' });
  const toast = page.locator('[role=status]', { hasText: 'Your preference was taken back.' });
  await toast.last().getByRole('button', { name: 'Undo' }).click();
  await kept.waitFor();
  await kept.getByRole('button', { name: `Remove ${name}` }).click();
  await kept.waitFor({ state: 'detached' });
});

const cv = ['2019.03~2021.02 현대자동차 배터리 인증 프로젝트 총괄', '2022 LG화학 공정 자동화 컨설팅'].join(
  '\n',
);

scenario('expert: pastes a CV, takes a work, saves', async ({ open, shot }) => {
  const page = await open({ as: 'expert', lang: 'ko', at: '/profile' });
  await heading(page, '내 프로필');
  await page.getByRole('button', { name: '이력서 붙여넣기' }).click();
  await page.getByRole('textbox', { name: '이력서' }).fill(cv);
  await page.getByRole('button', { name: '이력 찾기' }).click();
  await page.getByText('이력 2건을 찾았습니다', { exact: false }).waitFor();
  // What was found and not saved is still there after a reload.
  await page.reload();
  await page.getByText('2022 LG화학 공정 자동화 컨설팅', { exact: true }).waitFor();
  await shot(page, 'cv');
  await page.getByRole('checkbox', { name: '현대자동차 배터리 인증 프로젝트 총괄' }).uncheck();
  await page.getByRole('button', { name: '선택한 1건 추가' }).click();
  const save = page.getByRole('button', { name: '저장', exact: true });
  await save.click();
  await page.getByText('모두 저장되어 있습니다.').waitFor();
  assert.ok(await save.isDisabled());
  await page.reload();
  const added = page.getByRole('button', { name: '이력 삭제: LG화학 공정 자동화 컨설팅' });
  await added.first().waitFor();
  await added.first().click();
  await save.click();
  await page.getByText('모두 저장되어 있습니다.').waitFor();
});

const places = [
  ['investor', '/', 'ko', '포트폴리오'],
  ['investor', '/', 'en', 'Portfolio'],
  ['investor', '/shortlist', 'ko', '관심 기업'],
  ['investor', '/profile', 'en', 'My thesis'],
  ['expert', '/', 'ko', '나의 디렉팅'],
  ['expert', '/', 'en', 'My directing'],
  ['expert', '/fit', 'ko', '맞는 기업'],
  ['expert', '/fit', 'en', 'Companies that fit'],
  ['expert', '/profile', 'ko', '내 프로필'],
  ['expert', '/profile', 'en', 'My profile'],
];

scenario('profiles: axe finds nothing', async ({ open }) => {
  for (const [as, at, lang, title] of places) {
    const page = await open({ as, at, lang });
    await heading(page, title);
    await page.waitForLoadState('networkidle');
    await axe(page, `${at} of the ${as} in ${lang}`);
  }
});
