import assert from 'node:assert/strict';
import { axe } from '../axe.mjs';
import { phone } from '../browser.mjs';
import { scenario } from '../scenario.mjs';

const title = `베트남 2공장 품질 시스템 구축 ${Date.now()}`;

scenario('a company files a need, compares experts with reasons and says want', async ({ open, shot }) => {
  const page = await open({ as: 'company', at: '/' });
  await page.getByRole('link', { name: '수요 작성' }).click();
  await page.getByRole('heading', { name: '새 수요', level: 1 }).waitFor();
  await page.getByRole('radio', { name: '전문가 디렉팅' }).check();
  await page.getByRole('button', { name: '다음' }).click();
  const korean = page.getByRole('textbox', { name: /제목.*한국어/ });
  await korean.fill(title);
  await page
    .getByRole('textbox', { name: /바라는 결과와 현재 상황.*한국어/ })
    .fill(
      '2027년까지 베트남 2공장의 품질 관리 체계를 세우고 유럽 인증을 받으려 합니다. 공정 데이터는 있으나 기술 문서 경험이 없습니다.',
    );
  await page.reload();
  await page.getByRole('button', { name: '다음' }).click();
  assert.equal(await korean.inputValue(), title, 'a reload keeps what was typed');
  for (let step = 0; step < 3; step++) await page.getByRole('button', { name: '다음' }).click();
  await shot(page, 'need-check');
  await page.getByRole('button', { name: '수요 접수' }).click();
  await page.getByRole('heading', { name: title, level: 1 }).waitFor();
  await page.getByRole('link', { name: '맞는 전문가 보기' }).click();
  const cards = page.getByRole('main').getByRole('article');
  await cards.first().waitFor();
  assert.ok((await cards.count()) >= 5, 'several experts are shown');
  await cards.first().getByText('맞는 점').waitFor();
  await cards.first().getByRole('button', { name: '희망', exact: true }).click();
  await page.getByText('희망을 저장하였습니다.').first().waitFor();
  for (const n of [0, 1]) await cards.nth(n).getByRole('checkbox').click();
  await page.getByRole('button', { name: '비교 (2)' }).click();
  await page.getByRole('table').waitFor();
  await shot(page, 'compare');
  await axe(page, 'the comparison');
  await page.getByRole('button', { name: '목록', exact: true }).click();
  await page.reload();
  await cards.first().waitFor();
  const pressed = cards.first().getByRole('button', { name: '희망', exact: true });
  assert.equal(await pressed.getAttribute('aria-pressed'), 'true', 'the wish is kept');
});

scenario('a coordinator accepts the need in triage and the company sees it', async ({ open }) => {
  const page = await open({ as: 'coordinator', at: '/triage?view=filed' });
  await page.getByRole('heading', { name: '수요 검토', level: 1 }).waitFor();
  await page.getByRole('radio', { name: '전체' }).waitFor({ state: 'attached' });
  const more = page.getByRole('button', { name: '더 불러오기' });
  if (await more.count()) await more.click();
  const link = page.getByRole('link', { name: title });
  await link.first().click();
  await page.getByRole('heading', { name: title, level: 1 }).waitFor();
  await page.getByRole('button', { name: '보완 요청' }).click();
  await page
    .getByRole('textbox', { name: '무엇을 보완해야 합니까?' })
    .fill('목표 인증의 이름을 적어 주십시오.');
  await page.getByRole('dialog').getByRole('button', { name: '보완 요청' }).click();
  await page.getByText('보완을 요청하였습니다.').first().waitFor();
  const company = await open({ as: 'company', at: '/needs' });
  await company.getByRole('link', { name: title }).first().click();
  await company.getByText('목표 인증의 이름을 적어 주십시오.').waitFor();
});

scenario('none of these fit reaches triage with its reason', async ({ open }) => {
  const page = await open({ as: 'company', at: '/needs/need-101/matches', lang: 'ko' });
  await page.getByRole('main').getByRole('article').first().waitFor();
  await page.getByRole('button', { name: '맞는 후보 없음' }).click();
  await page.getByRole('textbox', { name: '왜 맞는 후보가 없습니까?' }).fill('모두 초기 투자자입니다.');
  await page.getByRole('dialog').getByRole('button', { name: '맞는 후보 없음' }).click();
  await page.getByText('코디네이터에게 이유를 전하였습니다.').first().waitFor();
  const staff = await open({ as: 'coordinator', at: '/needs/need-101' });
  await staff.getByText('모두 초기 투자자입니다.').waitFor();
});

for (const lang of ['ko', 'en']) {
  scenario(`the company's screens are clean for axe (${lang})`, async ({ open, shot }) => {
    const page = await open({ as: 'company', at: '/', lang });
    for (const at of [
      '/',
      '/needs',
      '/needs/new',
      '/needs/need-001',
      '/needs/need-001/matches',
      '/account',
    ]) {
      await page.goto(new URL(at, page.url()).href);
      await page.getByRole('main').getByRole('heading', { level: 1 }).waitFor();
      await page.waitForLoadState('networkidle');
      await axe(page, `${at} in ${lang}`);
      await shot(page, `company${at.replaceAll('/', '-')}-${lang}`);
    }
    const small = await open({ as: 'company', at: '/needs/need-001/matches', lang, viewport: phone });
    await small.getByRole('main').getByRole('article').first().waitFor();
    await axe(small, `matches on a phone in ${lang}`);
    await shot(small, `phone-matches-${lang}`);
  });
}

scenario('the keyboard alone reaches the matches and states a wish', async ({ open }) => {
  const page = await open({ as: 'company', at: '/needs/need-001/matches' });
  await page.getByRole('main').getByRole('article').first().waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter'); // skip to the work
  let found = '';
  for (let i = 0; i < 60 && found !== '나중에'; i++) {
    await page.keyboard.press('Tab');
    found = await page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');
  }
  assert.equal(found, '나중에', 'the wish buttons are in the order of focus');
  await page.keyboard.press('Enter');
  await page.getByText('희망을 저장하였습니다.').first().waitFor();
});
