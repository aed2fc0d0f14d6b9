import { ChanceryError } from '../model/error.ts';

const PRIVATE_NAMES = /(?:^|\.)(?:localhost|local|internal|intranet|lan|home\.arpa|localdomain)\.?$/i;

/**
 * Is this an address on the public internet? Loopback, private, link-local (cloud metadata among them), carrier NAT,
 * multicast, reserved and every IPv6 form that wraps one of them are not.
 */
export async function isPublicAddress(address: string): Promise<boolean> {
  const { default: ipaddr } = await import('ipaddr.js');
  if (!ipaddr.isValid(address)) return false;
  // process() unwraps ::ffff:127.0.0.1; NAT64, 6to4 and Teredo have ranges of their own and are no "unicast".
  const parsed = ipaddr.process(address);
  if (parsed.range() !== 'unicast' || METADATA.has(address)) return false;
  // Only 2000::/3 is given out: ::127.0.0.1 and 64:ff9b:1:: are "unicast" to the library.
  const first = parsed.toByteArray()[0] ?? 0;
  return parsed.kind() === 'ipv4' || (first >= 0x20 && first < 0x40);
}

/** Metadata services with a public-looking address. */
const METADATA: ReadonlySet<string> = new Set(['168.63.129.16', '100.100.100.200', '192.0.0.192']);

/**
 * Checks what can be checked before a name is looked up; the addresses a name stands for are checked when connecting.
 * The URL parser has already turned 2130706433, 0x7f.1, ①②⑦ and the like into plain addresses. Throws READ_URL or
 * READ_ADDRESS.
 */
export async function checkedUrl(url: string, base?: URL): Promise<URL> {
  let parsed: URL;
  try {
    parsed = new URL(url, base);
  } catch {
    throw new ChanceryError('READ_URL', 'this is no URL', { at: url, expected: 'https://…' });
  }
  if (parsed.protocol !== 'http:' && parsed.protocol !== 'https:') {
    throw new ChanceryError('READ_URL', 'only web addresses are read', {
      at: url,
      expected: 'http or https',
      found: parsed.protocol.replace(':', ''),
    });
  }
  parsed.username = '';
  parsed.password = '';
  const host = parsed.hostname.replace(/^\[|\]$/g, '');
  const { isIP } = await import('node:net');
  const allowed = isIP(host) === 0 ? !PRIVATE_NAMES.test(host) && host.includes('.') : await isPublicAddress(host);
  if (!allowed) throw refused(url, host);
  return parsed;
}

export function refused(url: string, address: string): ChanceryError {
  return new ChanceryError('READ_ADDRESS', 'the address is not on the public internet', {
    at: url,
    expected: 'a public address',
    found: address,
    hint: 'Save the page and read the file',
  });
}
