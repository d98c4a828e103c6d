import { expect, test } from 'vitest';
import { isAllowedEndpoint, isPublicAddress, lookupPublic } from './push.address.ts';

test.each([
  ['8.8.8.8', true],
  ['172.32.0.1', true],
  ['2a00:1450:4001:813::200a', true],
  ['10.1.2.3', false],
  ['127.0.0.1', false],
  ['169.254.169.254', false],
  ['172.31.255.255', false],
  ['192.168.1.1', false],
  ['100.64.0.1', false],
  ['0.0.0.0', false],
  ['::1', false],
  ['fe80::1', false],
  ['fd00::1', false],
  ['::ffff:10.0.0.1', false],
  ['64:ff9b::a00:1', false],
  ['2002:a00:1::', false],
  ['not an address', false],
])('%s is out in the world: %s', (address, expected) => {
  expect(isPublicAddress(address)).toBe(expected);
});

test.each([
  ['https://fcm.googleapis.com/fcm/send/abc', true],
  ['https://web.push.apple.com/abc', true],
  ['http://fcm.googleapis.com/fcm/send/abc', false],
  ['https://fcm.googleapis.com:8443/x', false],
  ['https://user:pass@fcm.googleapis.com/x', false],
  ['https://localhost/x', false],
  ['https://127.0.0.1/x', false],
  ['https://0x7f000001/x', false],
  ['https://[::1]/x', false],
  ['https://postgres/x', false],
])('%s may be written to: %s', (endpoint, expected) => {
  expect(isAllowedEndpoint(endpoint, false)).toBe(expected);
});

test('a name that leads home is refused where it is looked up', async () => {
  const error = await new Promise<NodeJS.ErrnoException | null>((resolve) =>
    lookupPublic('localhost', {}, (failure) => resolve(failure)),
  );
  expect(error?.code).toBe('EPRIVATE');
});
