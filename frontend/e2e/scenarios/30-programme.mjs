// The programme at a glance and the directory, as a coordinator sees them.
import { axe } from '../axe.mjs';
import { scenario } from '../scenario.mjs';

const words = {
  ko: {
    overview: '프로그램 현황',
    table: '표로 보기',
    companies: '기업',
    search: '기업 이름 검색',
    seed: /^시드/,
    remove: /시드/,
    eligibility: '지원 자격',
    edit: '수정',
  },
  en: {
    overview: 'The programme at a glance',
    table: 'Show as table',
    companies: 'Companies',
    search: 'Search companies by name',
    seed: /^seed/,
    remove: /seed/,
    eligibility: 'Eligibility',
    edit: 'Edit',
  },
};

const heading = (page, name, level = 1) => page.getByRole('heading', { level, name });

for (const lang of ['ko', 'en']) {
  const say = words[lang];

  scenario(`programme: the overview shows findings with plots (${lang})`, async ({ open, shot }) => {
    const page = await open({ as: 'coordinator', lang });
    await heading(page, say.overview).waitFor();
    const plots = page.getByRole('main').getByRole('img');
    await plots.first().waitFor();
    const count = await plots.count();
    if (count < 7) throw new Error(`the overview shows ${count} plots`);
    await plots.nth(1).locator('svg').first().waitFor();
    await shot(page, `overview-${lang}`);
    await axe(page, `overview ${lang}`);
    // A table of the figures stands behind each plot.
    const before = await page.getByRole('main').getByRole('table').count();
    await page.getByRole('main').getByRole('button', { name: say.table }).first().click();
    await page.waitForFunction((least) => document.querySelectorAll('main table').length > least, before);
  });

  scenario(`programme: companies are filtered and one is opened (${lang})`, async ({ open, shot }) => {
    const page = await open({ as: 'coordinator', lang, at: '/companies' });
    await heading(page, say.companies).waitFor();
    await page.getByRole('checkbox', { name: say.seed }).first().check();
    await page.waitForURL((url) => url.searchParams.getAll('stage').includes('seed'));
    await page.getByRole('button', { name: say.remove }).first().waitFor();
    await axe(page, `companies ${lang}`);
    await shot(page, `companies-${lang}`);
    // The address alone brings the same list back.
    await page.reload();
    const seed = page.getByRole('checkbox', { name: say.seed }).first();
    await seed.waitFor();
    if (!(await seed.isChecked())) throw new Error('the address does not keep the filter');
    const link = page.getByRole('main').locator('a[href^="/companies/"]:not([href$="/new"])').first();
    const name = (await link.innerText()).trim();
    await link.click();
    await heading(page, name).waitFor();
    await heading(page, say.eligibility, 2).waitFor();
    await axe(page, `company ${lang}`);
    await shot(page, `company-${lang}`);
  });
}

scenario('programme: search by name stays in the address', async ({ open }) => {
  const page = await open({ as: 'coordinator', lang: 'en', at: '/companies' });
  const box = page.getByRole('searchbox', { name: words.en.search });
  await box.fill('Hydro');
  await page.waitForURL((url) => url.searchParams.get('q') === 'Hydro');
  await page.getByRole('link', { name: /Hydro/ }).first().waitFor();
});

scenario('programme: a record that is not there says so in words', async ({ open }) => {
  const page = await open({ as: 'coordinator', lang: 'en', at: '/companies/nobody' });
  await heading(page, 'No such record').waitFor();
});
