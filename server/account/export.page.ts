// The page of an archive for people: what is in it, and what its owner said. What people wrote is text there, never markup.
import type pg from 'pg';
import { readRows, sections, type ExportRow } from './export.queries.ts';

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const text = (value: unknown) =>
  (typeof value === 'string' ? value : '').replace(/[&<>"]/g, (one) => escapes[one]!);

const time = new Intl.DateTimeFormat('vi-VN', {
  dateStyle: 'short',
  timeStyle: 'short',
  timeZone: 'Asia/Ho_Chi_Minh',
});

const head = `<!doctype html><html lang="vi"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Dữ liệu của tôi</title>
<style>body{font:18px/1.6 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem}
li{margin:.4rem 0;white-space:pre-wrap;overflow-wrap:anywhere}small{color:#655c54}</style>
`;

/** What each file holds, in words. */
const about: Record<string, string> = {
  profile: 'tên, số điện thoại và các lựa chọn',
  groups: 'nhóm, vai trò, chức vụ, hộ',
  devices: 'máy đang đăng nhập',
  messages: 'tin đã viết',
  'former-words': 'lời cũ của những tin đã sửa',
  reactions: 'biểu tượng đã thả',
  votes: 'lựa chọn trong các bình chọn',
  comings: 'trả lời các lịch hẹn',
  questions: 'câu hỏi thủ tục',
  answers: 'câu trả lời',
  'notices-published': 'thông báo đã gửi',
  'notices-received': 'thông báo đã nhận',
  told: 'việc đã được báo',
  blocked: 'người đã chặn',
  reports: 'báo cáo vi phạm đã gửi',
  'decisions-about-me': 'quyết định về những gì mình viết',
};

export async function* exportPage(pool: pg.Pool, personId: string): AsyncIterable<string> {
  yield head;
  const read = (name: string) =>
    readRows(
      pool,
      sections.find((one) => one.name === name)!,
      personId,
    );
  for await (const { name, phone } of read('profile'))
    yield `<h1>Dữ liệu của ${text(name)}</h1><p>Số điện thoại: ${text(phone)}</p>`;
  yield '<h2>Nhóm</h2><ul>';
  for await (const row of read('groups')) {
    const parts = [row.group, row.seat ?? row.role, row.household].filter(Boolean).map(text);
    yield `<li>${parts.join(' · ')}</li>`;
  }
  yield '</ul><h2>Trong tệp nén này</h2><ul>';
  for (const { name } of sections) yield `<li><code>${name}.json</code>: ${about[name]}</li>`;
  yield '<li><code>files/</code>: ảnh đại diện (<code>portrait.webp</code>), ảnh, tệp và tin thoại đã gửi</li></ul><h2>Tin đã viết</h2><ul>';
  for await (const row of read('messages')) yield messageLine(row);
  yield '</ul><h2>Câu hỏi thủ tục</h2><ul>';
  for await (const row of read('questions'))
    yield `<li><small>${timeOf(row)} · ${text(row.procedure)}</small>\n${text(row.question)}</li>`;
  yield '</ul></html>\n';
}

function messageLine(row: ExportRow): string {
  const state = row.removedAt ? ' · đã bị gỡ' : row.takenBackAt ? ' · đã thu hồi' : '';
  return `<li><small>${timeOf(row)} · ${text(row.group)}, ${text(row.channel)}${state}</small>\n${text(row.text)}</li>`;
}

const timeOf = ({ createdAt }: ExportRow) => (createdAt instanceof Date ? time.format(createdAt) : '');
