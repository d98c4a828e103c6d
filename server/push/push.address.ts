// Where letters may go: to the services of the makers of devices, which are out in the world. A browser names the address, and so
// could anyone: the hub must not be made to call into its own network.
import { lookup as resolve } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';

const ours = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const)
  ours.addSubnet(network, prefix, 'ipv4');
/** Of IPv6 only what is given out to the world; and of that not what carries an IPv4 address within. */
const world = new BlockList();
world.addSubnet('2000::', 3, 'ipv6');
const embedding = new BlockList();
for (const [network, prefix] of [
  ['2001::', 32],
  ['2001:db8::', 32],
  ['2002::', 16],
] as const)
  embedding.addSubnet(network, prefix, 'ipv6');

/** Whether an address is out in the world. */
export function isPublicAddress(address: string): boolean {
  if (isIP(address) === 4) return !ours.check(address, 'ipv4');
  return isIP(address) === 6 && world.check(address, 'ipv6') && !embedding.check(address, 'ipv6');
}

/** Whether letters may be sent there, as far as the address itself tells: https, and no machine named by its number or at home. */
export function isAllowedEndpoint(endpoint: string, allowsLoopback: boolean): boolean {
  const { protocol, hostname, port, username, password } = new URL(endpoint);
  if (allowsLoopback && hostname === '127.0.0.1') return true;
  const isNamed = isIP(hostname.replace(/^\[|\]$/g, '')) === 0 && hostname.includes('.');
  return protocol === 'https:' && port === '' && !username && !password && isNamed;
}

/** For connections: looks a name up, and refuses where it leads to a machine of our own. What was looked at is what is called. */
export const lookupPublic: LookupFunction = (hostname, options, callback) => {
  resolve(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return callback(error, '');
    const found = addresses.filter(({ address }) => isPublicAddress(address));
    if (found.length < addresses.length || found.length === 0)
      return callback(Object.assign(new Error('Not a public address'), { code: 'EPRIVATE' }), '');
    if (options.all) return callback(null, found);
    callback(null, found[0]!.address, found[0]!.family);
  });
};
