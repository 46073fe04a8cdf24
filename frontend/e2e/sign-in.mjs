// Signs a page in through the product's own doors: a one-time link, once per
// role and server, then the address and password that the link set.
const password = 'a long enough passphrase 12';
const accounts = new Map();

/** Signs `page` in as `role` and leaves it on that role's home. */
export async function signIn(page, server, role) {
  const key = `${server.address} ${role}`;
  if (accounts.has(key)) {
    await page.request.post(`${server.address}/api/v1/sign-in`, {
      headers: { Origin: server.address },
      data: { email: accounts.get(key), password },
    });
  } else {
    const secret = server.links[role].split('#')[1];
    const answer = await page.request.post(`${server.address}/api/v1/links/spend`, {
      headers: { Origin: server.address },
      data: { secret, password, ...(role === 'administrator' ? { email: `${role}@e2e.example` } : {}) },
    });
    if (!answer.ok())
      throw new Error(`spending the link of ${role}: ${answer.status()} ${await answer.text()}`);
    const me = await (await page.request.get(`${server.address}/api/v1/me`)).json();
    accounts.set(key, me.email);
  }
  await page.goto(server.address);
  await page.getByRole('main').waitFor();
}
