/** What the service worker says to windows: a trial letter came; a notification was tapped. */
export type WorkerWord = { kind: 'trial'; id: string } | { kind: 'open'; href: string };
