// Search: the palette, the lists, saved searches, and what the office looks after.
import assert from 'node:assert/strict';
import { axe } from '../axe.mjs';
import { phone } from '../browser.mjs';
import { scenario } from '../scenario.mjs';

const heading = (page) => page.getByRole('main').getByRole('heading', { level: 1 }).waitFor();
const query = (page) => new URL(page.url()).searchParams;

/** Opens the palette by its keys and gives its box. */
async function palette(page) {
  await heading(page);
  await page.keyboard.press('Control+k');
  const box = page.getByRole('dialog').getByRole('combobox');
  await box.waitFor();
  return box;
}

const optionOf = (page, name) => page.getByRole('option', { name });

/** Until what the page asks for is so; the server takes a moment to tell its indexes. */
async function until(what, look, tries = 40) {
  for (let i = 0; i < tries; i++) {
    if (await look()) return;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error(`waited in vain for ${what}`);
}

const get = async (page, path) => (await page.request.get(new URL(`/api/v1${path}`, page.url()).href)).json();
const enc = encodeURIComponent;

scenario(
  'search: each key of a Korean word, its initials, and a slip are answered',
  async ({ open, shot }) => {
    const page = await open({ as: 'coordinator', at: '/triage' });
    const box = await palette(page);
    // A syllable under composition is searched as it stands: the input method has not given it away yet.
    const keys = await page.context().newCDPSession(page);
    for (const text of ['ㄷ', '다', '달']) {
      await keys.send('Input.imeSetComposition', { text, selectionStart: 1, selectionEnd: 1 });
    }
    await optionOf(page, /달빛두루미수소테크/).waitFor();
    await keys.send('Input.insertText', { text: '달' });
    await box.pressSequentially('빛두');
    await optionOf(page, /달빛두루미수소테크/).waitFor();
    const marked = optionOf(page, /달빛두루미수소테크/).locator('mark');
    await until('the mark', async () => (await marked.allInnerTexts()).join('') === '달빛두');
    await shot(page, 'search-palette');

    await box.fill('ㄷㅂㄷㄹㅁ');
    await optionOf(page, /달빛두루미수소테크/).waitFor();

    await box.fill('달빛두루미수서테크');
    await optionOf(page, /달빛두루미수소테크/).waitFor();
    await page.getByText('비슷한 철자로 찾았습니다', { exact: false }).waitFor();
    await axe(page, 'the palette with results');
  },
);

scenario(
  'search: see all leads to the full list, facets narrow it and nothing found leads on',
  async ({ open, shot }) => {
    const page = await open({ as: 'coordinator', at: '/' });
    const box = await palette(page);
    await box.fill('배터리');
    await page.getByRole('option', { name: /^기업 \d+건 모두 보기/ }).click();
    await page.waitForURL((url) => url.pathname === '/companies');
    assert.equal(query(page).get('q'), '배터리');
    const search = page.getByRole('searchbox', { name: '기업 이름 검색' });
    assert.equal(await search.inputValue(), '배터리');
    const table = page.getByRole('table', { name: '기업' });
    await table.locator('mark', { hasText: '배터리' }).first().waitFor();
    await shot(page, 'search-list');
    const all = await table.getByRole('rowheader').count();
    await page.getByRole('checkbox', { name: /^시리즈 A/ }).click();
    await page.waitForURL(/stage=series-a/);
    await until('fewer rows', async () => (await table.getByRole('rowheader').count()) < all);
    assert.equal(await page.getByRole('combobox', { name: '정렬' }).inputValue(), '정확도순');

    // The address alone shows the same.
    const shared = await open({ as: 'coordinator', at: page.url().replace(/^https?:\/\/[^/]+/, '') });
    await shared.getByRole('table', { name: '기업' }).waitFor();
    assert.equal(await shared.getByRole('checkbox', { name: /^시리즈 A/ }).isChecked(), true);

    await page.goto(
      new URL(`/companies?q=${enc('배터리')}&region=${enc('서울')}&stage=seed`, page.url()).href,
    );
    const drop = page.getByRole('button', { name: /투자 단계: 시드 빼기 → \d+건/ });
    await drop.waitFor();
    await axe(page, 'a list that finds nothing');
    const promised = Number(/→ (\d+)건/.exec(await drop.innerText())?.[1]);
    await drop.click();
    await table.waitFor();
    await until('what was promised', async () => (await table.getByRole('rowheader').count()) === promised);
    assert.equal(query(page).get('stage'), null);
  },
);

scenario('search: typing in a list keeps the box, its address and the way back', async ({ open }) => {
  const page = await open({ as: 'company', at: '/experts' });
  const search = page.getByRole('searchbox', { name: '전문가 이름 검색' });
  await search.waitFor();
  await search.pressSequentially('수출', { delay: 60 });
  await page.waitForURL((url) => url.searchParams.get('q') === '수출');
  await page.locator('mark', { hasText: '수출' }).first().waitFor();
  assert.ok(await search.evaluate((e) => e === document.activeElement), 'the box keeps the focus');
  await page.keyboard.press('Escape');
  await page.waitForURL((url) => !url.searchParams.has('q'));
  assert.equal(await search.inputValue(), '');
});

scenario(
  'search: one is saved, found again in the palette, renamed, deleted and brought back',
  async ({ open }) => {
    const page = await open({ as: 'investor', at: `/?q=${enc('반도체')}` });
    await page.getByRole('button', { name: '저장한 검색' }).click();
    const dialog = page.getByRole('dialog');
    const name = dialog.getByRole('textbox', { name: '이름' });
    await name.fill('반도체 회사');
    await name.press('Enter');
    const kept = dialog.getByRole('link', { name: '반도체 회사' });
    await kept.waitFor();
    await axe(page, 'saved searches');
    await dialog.getByRole('button', { name: '이름 바꾸기: 반도체 회사' }).click();
    const again = dialog.getByRole('textbox', { name: '‘반도체 회사’의 새 이름' });
    await again.fill('반도체 후보');
    await again.press('Enter');
    await dialog.getByRole('link', { name: '반도체 후보' }).waitFor();
    await page.keyboard.press('Escape');
    await page.goto(new URL('/shortlist', page.url()).href);
    await palette(page);
    await optionOf(page, /반도체 후보/).click();
    await page.waitForURL((url) => url.searchParams.get('q') === '반도체');
    await page.getByRole('button', { name: '저장한 검색' }).click();
    await dialog.getByRole('button', { name: '삭제: 반도체 후보' }).click();
    await dialog.getByRole('link', { name: '반도체 후보' }).waitFor({ state: 'detached' });
    const toast = page.locator('[role=status]', { hasText: '‘반도체 후보’ 검색을 삭제하였습니다.' });
    await toast.last().getByRole('button', { name: '되돌리기' }).click();
    await dialog.getByRole('link', { name: '반도체 후보' }).waitFor();
  },
);

scenario(
  'search: what was searched in vain gets a synonym, and is found from then on',
  async ({ open, shot }) => {
    const word = '양자꿀벌통';
    const page = await open({ as: 'coordinator', at: '/' });
    const box = await palette(page);
    await box.fill(word);
    await page.getByText(`‘${word}’에 맞는 결과가 없습니다`).first().waitFor();
    await until('the note', async () =>
      (await get(page, '/search/notes')).items.some((note) => note.text === word && note.count === 1),
    );
    await page.goto(new URL('/search-admin?tab=notes', page.url()).href);
    const row = page.getByRole('row', { name: new RegExp(word) });
    await row.waitFor();
    await shot(page, 'search-notes');
    await row.getByRole('button', { name: '동의어로 추가' }).click();
    const field = page.getByRole('textbox', { name: '동의어 그룹' });
    await until('the new group', async () => (await field.inputValue()).endsWith(`${word} = `));
    await until('the caret', () => field.evaluate((e) => e === document.activeElement));
    await page.getByRole('button', { name: '동의어 저장' }).click();
    await page.getByText(`‘${word}’만 있습니다`, { exact: false }).waitFor();
    await page.keyboard.press('End');
    await page.keyboard.type('수소테크');
    await page.getByRole('button', { name: '동의어 저장' }).click();
    await page.getByText('동의어를 저장하였습니다.', { exact: false }).first().waitFor();
    await until('the synonym in the index', async () =>
      (await get(page, `/search?q=${enc(word)}&typing=true`)).hits.some((hit) => hit.id === 'company-001'),
    );
    const later = await palette(page);
    await later.fill(word);
    await optionOf(page, /달빛두루미수소테크/).waitFor();
  },
);

scenario('search: the state of the indexes is shown, and they are made anew', async ({ open, shot }) => {
  const page = await open({ as: 'administrator', at: '/search-admin?tab=index' });
  const card = page.getByRole('region', { name: /내장 색인/ });
  await card.waitFor();
  await card.getByText('모든 변경을 담았습니다').waitFor({ timeout: 60_000 });
  const before = (await get(page, '/search/status')).engines.map((engine) => engine.asked);
  await page.getByRole('button', { name: '색인 다시 만들기' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '색인 다시 만들기' }).click();
  await page.getByText(/색인을 다시 만들고 있습니다/).waitFor();
  await page.getByText('모든 색인이 자료를 그대로 담고 있습니다.').waitFor({ timeout: 60_000 });
  const after = (await get(page, '/search/status')).engines.map((engine) => engine.asked);
  assert.notDeepEqual(after, before);
  await shot(page, 'search-index');
});

scenario('search: needs no mouse', async ({ open }) => {
  const page = await open({ as: 'coordinator', at: '/' });
  await palette(page);
  await page.keyboard.type('달빛');
  await optionOf(page, /달빛/).first().waitFor();
  const active = () =>
    page
      .getByRole('dialog')
      .getByRole('combobox')
      .evaluate(
        (e) => document.getElementById(e.getAttribute('aria-activedescendant') ?? '')?.textContent ?? '',
      );
  assert.equal(await active(), '', 'no option is announced before somebody moves');
  await page.keyboard.press('ArrowDown');
  const second = await active();
  assert.notEqual(second, '');
  await page.keyboard.press('ArrowUp');
  assert.notEqual(await active(), second);
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => /^\/(companies|experts|needs|people|investors)\/./.test(url.pathname));
  // What was searched is offered again.
  await palette(page);
  await optionOf(page, /^달빛/).first().waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
});

for (const lang of ['ko', 'en']) {
  scenario(`search: the screens are clean for axe (${lang})`, async ({ open, shot }) => {
    const page = await open({ as: 'coordinator', at: '/', lang });
    for (const [name, at] of [
      ['companies', `/companies?q=${enc('배터리')}`],
      ['experts', `/experts?q=export`],
      ['investors', `/investors?q=bio`],
      ['institutions', `/institutions?q=${enc('연구')}`],
      ['triage', `/triage?view=all&q=${enc('인증')}`],
      ['synonyms', '/search-admin'],
      ['notes', '/search-admin?tab=notes'],
      ['index', '/search-admin?tab=index'],
    ]) {
      await page.goto(new URL(at, page.url()).href);
      await heading(page);
      await page.waitForLoadState('networkidle');
      await axe(page, `${at} in ${lang}`);
      await shot(page, `search-${name}-${lang}`);
    }
    await palette(page);
    await page.keyboard.type('쀍뛣');
    await page.getByRole('dialog').getByRole('list').waitFor();
    await axe(page, `the palette without results in ${lang}`);

    const small = await open({
      as: 'coordinator',
      at: `/companies?q=${enc('배터리')}`,
      lang,
      viewport: phone,
    });
    await small.locator('mark').first().waitFor();
    await axe(small, `a list on a phone in ${lang}`);
    await shot(small, `search-phone-list-${lang}`);
    for (const at of [
      `/companies?q=${enc('배터리')}`,
      '/triage?view=all',
      '/search-admin',
      '/search-admin?tab=index',
    ]) {
      await small.goto(new URL(at, small.url()).href);
      await heading(small);
      await small.waitForLoadState('networkidle');
      const sideways = await small.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      assert.equal(sideways, 0, `${at} scrolls sideways on a phone in ${lang}`);
    }
    await palette(small);
    await small.keyboard.type('배터리');
    await small.getByRole('option').first().waitFor();
    await axe(small, `the palette on a phone in ${lang}`);
    await shot(small, `search-phone-palette-${lang}`);
  });
}
