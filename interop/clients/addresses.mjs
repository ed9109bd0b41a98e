// Addresses in results: a client can follow each of them.
import { must, say } from './report.mjs';

// addresses adds all that stands as url in a result.
export function addresses(value, found) {
  if (value === null || typeof value !== 'object') return;
  for (const [key, inside] of Object.entries(value)) {
    if (key === 'url') found.add(inside);
    else addresses(inside, found);
  }
}

// follow reads each address: without a server as a resource, on one as a page that has
// the anchor.
export async function follow(client, found) {
  must(found.size > 20, `${found.size} addresses`);
  const pages = new Map();
  for (const address of found) {
    if (address.startsWith('footnote:')) {
      const { contents } = await client.readResource({ uri: address });
      must(contents[0].text !== '', `${address}: it is empty`);
      continue;
    }
    const { origin, pathname, hash } = new URL(address);
    if (!pages.has(pathname)) {
      const response = await fetch(origin + pathname);
      must(response.ok, `${address}: ${response.status}`);
      pages.set(pathname, await response.text());
    }
    const anchor = decodeURIComponent(hash.slice(1).split(':~:')[0]);
    must(anchor === '' || pages.get(pathname).includes(`id="${anchor}"`), `${address}: the page has no such anchor`);
  }
  say('addresses', 'all lead somewhere');
}
