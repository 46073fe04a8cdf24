import assert from 'node:assert/strict';
import { axe } from '../axe.mjs';
import { scenario } from '../scenario.mjs';

scenario('a coordinator changes a weight, sees a list change and publishes', async ({ open, shot }) => {
  const page = await open({ as: 'coordinator', at: '/weights' });
  const market = page.getByRole('textbox', { name: '시장', exact: true });
  await market.waitFor();
  await market.fill('0.6');
  await page.getByRole('button', { name: '바뀌는 순위 보기' }).click();
  await page.getByText(/상위 10명이 바뀝니다/).waitFor({ timeout: 60_000 });
  const first = page.locator('[data-accordion-control]').first();
  await first.click();
  assert.ok((await page.getByRole('table').first().getByRole('row').count()) > 1, 'moves are listed');
  await shot(page, 'weights-effect');
  await page.getByRole('button', { name: '가중치 공개' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: '이름' }).fill('시장 경험 우선');
  await dialog.getByRole('button', { name: '가중치 공개' }).click();
  await page
    .getByText(/2판을 공개하였습니다/)
    .first()
    .waitFor();
  const company = await open({ as: 'company', at: '/needs/need-001/matches' });
  await company.getByText(/가중치 2판/).waitFor();
});

scenario('a coordinator checks a bad file, then imports a good one', async ({ open, shot }) => {
  const page = await open({ as: 'coordinator', at: '/transfer' });
  const choose = page.locator('input[type=file]');
  await choose.setInputFiles({
    name: 'companies.jsonl',
    mimeType: 'application/jsonl',
    buffer: Buffer.from('{"id":"x1","nome":"a"}\n'),
  });
  await page.getByRole('button', { name: '확인만 하기' }).click();
  await page
    .getByText(/문제 1건을 찾았습니다/)
    .first()
    .waitFor({ timeout: 30_000 });
  await page.reload();
  await choose.setInputFiles({
    name: '기업.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('\ufeff기업명,설립연도,지역,임직원 수\n별빛정밀,2012,경기,48\n'),
  });
  await page
    .getByText(/기업.*1행/)
    .first()
    .waitFor();
  await page.getByRole('button', { name: '가져오기', exact: true }).click();
  await page
    .getByText(/기업: 새로 1건/)
    .first()
    .waitFor({ timeout: 30_000 });
  await shot(page, 'import-done');
  const [download] = await Promise.all([
    page.waitForEvent('download', { timeout: 60_000 }),
    (async () => {
      await page.getByRole('button', { name: '파일 만들기' }).click();
      await page
        .getByRole('link', { name: /\.xlsx 내려받기/ })
        .first()
        .click();
    })(),
  ]);
  assert.match(download.suggestedFilename(), /\.xlsx$/);
});

for (const lang of ['ko', 'en']) {
  scenario(`the office's screens are clean for axe (${lang})`, async ({ open, shot }) => {
    const page = await open({ as: 'administrator', at: '/', lang });
    for (const at of [
      '/triage',
      '/weights',
      '/runs',
      '/transfer',
      '/merges',
      '/people',
      '/audit',
      '/settings',
      '/needs/need-001',
    ]) {
      await page.goto(new URL(at, page.url()).href);
      await page.getByRole('main').getByRole('heading', { level: 1 }).waitFor();
      await page.waitForLoadState('networkidle');
      await axe(page, `${at} in ${lang}`);
      await shot(page, `office${at.replaceAll('/', '-')}-${lang}`);
    }
  });
}

scenario('Ctrl-K finds a company by its initials and opens it', async ({ open }) => {
  const page = await open({ as: 'coordinator', at: '/triage' });
  await page.getByRole('main').getByRole('heading', { level: 1 }).waitFor();
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('combobox').fill('달빛');
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.pathname !== '/triage');
});

scenario('an expert and an investor never see what is not theirs', async ({ open }) => {
  for (const as of ['expert', 'investor']) {
    const page = await open({ as, at: '/people' });
    await page.getByRole('heading', { name: '페이지를 찾을 수 없습니다' }).waitFor();
    const answer = await page.request.get(new URL('/api/v1/users', page.url()).href);
    assert.equal(answer.status(), 403);
  }
});
