import { expect, test } from 'vitest';
import { readSearch, tonePlaces, type Filter, type SearchProblem, type Term } from './search.ts';

const term = (typed: string, ...others: string[]): Term => ({
  spellings: [typed.split(' '), ...others.map((one) => one.split(' '))],
  isNegative: false,
});
const not = (one: Term): Term => ({ ...one, isNegative: true });
const from = (words: string, isNegative = false): Filter => ({
  kind: 'from',
  words: words.split(' '),
  isNegative,
});
const day = (kind: 'before' | 'after', date: string, isNegative = false): Filter => ({
  kind,
  day: date,
  isNegative,
});

const reads: [query: string, terms: Term[], filters?: Filter[]][] = [
  ['đường', [term('đường')]],
  ['  Mất   NƯỚC ', [term('mất'), term('nước')]],
  ['hoà'.normalize('NFD'), [term('hoà')]],
  ['mất, nước!', [term('mất'), term('nước')]],
  ['1.001193', [term('1 001193')]],
  ['khai-sinh', [term('khai sinh')]],
  ['"mất nước"', [term('mất nước')]],
  ['“mất nước”', [term('mất nước')]],
  ['"mất nước', [term('mất nước')]],
  ['nước -điện', [term('nước'), not(term('điện'))]],
  ['nước -"mất điện"', [term('nước'), not(term('mất điện'))]],
  ['tdp', [term('tdp', 'tổ dân phố')]],
  ['TDP 13', [term('tdp', 'tổ dân phố'), term('13')]],
  ['tổ dân phố 13', [term('tổ dân phố', 'tdp'), term('13')]],
  ['to dan pho', [term('to dan pho', 'tdp')]],
  ['"tdp 13"', [term('tdp 13', 'tổ dân phố 13')]],
  ['"họp tổ dân phố"', [term('họp tổ dân phố', 'họp tdp')]],
  ['ubnd', [term('ubnd', 'uỷ ban nhân dân')]],
  ['ủy ban nhân dân', [term('ủy ban nhân dân', 'ubnd')]],
  ['nước -tdp', [term('nước'), not(term('tdp', 'tổ dân phố'))]],
  ['dân phố', [term('dân'), term('phố')]],
  ['từ:lan', [], [from('lan')]],
  ['tu:lan', [], [from('lan')]],
  ['from:"Nguyễn Thị Lan"', [], [from('nguyễn thị lan')]],
  ['nước -từ:lan', [term('nước')], [from('lan', true)]],
  ['trong:"Tổ dân phố 13"', [], [{ kind: 'in', words: ['tổ', 'dân', 'phố', '13'], isNegative: false }]],
  ['có:link', [], [{ kind: 'has', what: 'link', isNegative: false }]],
  ['nước -has:link', [term('nước')], [{ kind: 'has', what: 'link', isNegative: true }]],
  ['có:bình chọn', [], [{ kind: 'has', what: 'poll', isNegative: false }]],
  ['quỹ -co:binh chon', [term('quỹ')], [{ kind: 'has', what: 'poll', isNegative: true }]],
  ['has:event', [], [{ kind: 'has', what: 'gathering', isNegative: false }]],
  ['có:lịch họp', [term('họp')], [{ kind: 'has', what: 'gathering', isNegative: false }]],
  ['có:ảnh', [], [{ kind: 'has', what: 'photo', isNegative: false }]],
  ['nước -has:file', [term('nước')], [{ kind: 'has', what: 'file', isNegative: true }]],
  ['có:"liên kết"', [], [{ kind: 'has', what: 'link', isNegative: false }]],
  ['trước:2026-11-01', [], [day('before', '2026-11-01')]],
  ['before:1/11/2026', [], [day('before', '2026-11-01')]],
  ['sau:01-11-2026', [], [day('after', '2026-11-01')]],
  ['nước -after:1.2.2026', [term('nước')], [day('after', '2026-02-01', true)]],
  ['giờ:7h', [term('giờ 7h')]],
  ['https://sct.vn/a', [term('https sct vn a')]],
  ['constructor:a', [term('constructor a')]],
  ['mất - nước', [term('mất'), term('nước')]],
  ["a & b | !c:* <-> 'd'", [term('a'), term('b'), term('c'), term('d')]],
];

test.each(reads)('%j', (query, terms, filters = []) => {
  expect(readSearch(query)).toEqual({ terms, filters });
});

const problems: [query: string, problem: SearchProblem['kind'], part?: string][] = [
  ['', 'nothing'],
  ['!!! …', 'nothing'],
  ['-nước', 'nothing'],
  ['-từ:lan -nước', 'nothing'],
  ['từ:', 'value', 'từ:'],
  ['nước trong:"', 'value', 'trong:"'],
  ['trước:hôm', 'date', 'trước:hôm'],
  ['sau:31/2/2026', 'date', 'sau:31/2/2026'],
  ['sau:2026-13-01', 'date', 'sau:2026-13-01'],
  ['sau:1/1/9999', 'date', 'sau:1/1/9999'],
  ['có:phim', 'has', 'có:phim'],
  ['a b c d e f g h i j k l m', 'too_much'],
  ['a'.repeat(201), 'too_much'],
];

test.each(problems)('%j cannot be read: %s', (query, kind, part = '') => {
  expect(readSearch(query)).toEqual({ problem: { kind, part } });
});

test.each([
  ['hoà', ['hoà', 'hòa']],
  ['hòa', ['hòa', 'hoà']],
  ['khỏe', ['khỏe', 'khoẻ']],
  ['thuý', ['thuý', 'thúy']],
  ['hoàn', ['hoàn', 'hòan']],
  ['đường', ['đường']],
])('%s is also written %j', (word, places) => {
  expect(tonePlaces(word)).toEqual(places);
});
