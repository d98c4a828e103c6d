/** The people of the sample ward whom anyone may try, in the order in which they are offered. */
export const demoKeys = [
  'resident13',
  'resident12',
  'head13',
  'official',
  'tech',
  'moderator',
  'admin',
] as const;
export type DemoKey = (typeof demoKeys)[number];

/** The passphrase of every sample person. No secret: sample people have nothing to protect. */
export const DEMO_PASSPHRASE = 'song cau 2026';
