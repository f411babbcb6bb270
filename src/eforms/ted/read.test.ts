import assert from 'node:assert/strict';
import { test } from 'node:test';
import { element, type Element } from '../xml/element.ts';
import { Node } from './node.ts';
import { noticeNumber } from './notice.ts';
import { amount, date, day, decimal, time } from './read.ts';
import type { Read } from './write.ts';

const read = (by: Read, text: string, attributes: Record<string, string> = {}, children: Element[] = []): string | null =>
  by(new Node({ ...element('X', text, attributes), children }, { language: 'DAN', seen: null }))?.text ?? null;

await test('numbers as people and machines write them', () => {
  const written = ['60', ' 60 % ', '0.5', '0,5', '1 234 567,89', '1\u00a0234', "1'234.50", '1.234.567,89', '1,234,567.89', '33.333'];
  assert.deepEqual(written.map(decimal), ['60', '60', '0.5', '0.5', '1234567.89', '1234', '1234.50', '1234567.89', '1234567.89', '33.333']);
  for (const words of ['', '-', '60-70', 'ca. 60', 'Price – 100', '1.2.3', '1e5', '１２']) assert.equal(decimal(words), null, words);
  assert.equal(decimal(null), null);
});

await test('an amount has no thousandths: what looks like them are thousands', () => {
  assert.deepEqual(['1.234', '1,234', '12.345.678', '1.23', '1000.50', '1234.567'].map((text) => read(amount, text)), ['1234', '1234', '12345678', '1.23', '1000.50', '1234.567']);
  assert.equal(read(amount, '160.000', { FMTVAL: '160.00' }), '160.00');
});

await test('dates and times without an offset, and nothing for what is none', () => {
  assert.deepEqual(['2021-01-18', '20210118', '2021-01-18Z', '18/01/2021', ''].map((text) => read(date, text)), ['2021-01-18', '2021-01-18', '2021-01-18', null, null]);
  assert.deepEqual(['9:30', '09.30', '23:59:00', 'noon'].map((text) => read(time, text)), ['09:30:00', '09:30:00', '23:59:00', null]);
  assert.equal(day(null), null);
});

await test('numbers of notices as the Official Journal and TED write them', () => {
  assert.deepEqual(['2019/S 166-405809', '2019/s166-000058', ' 163-2021', '00000163-2021', '405809-2019'].map(noticeNumber), ['405809-2019', '000058-2019', '000163-2021', '000163-2021', '405809-2019']);
  for (const none of ['2019/S 000-000000', 'N/A', '', '2019/405809', null]) assert.equal(noticeNumber(none), null);
});

await test('paragraphs are lines, and white space is one space', () => {
  const paragraphs = [' Et  ', '', 'to\n tre '].map((words) => element('P', words));
  assert.equal(new Node({ ...element('X', '\n '), children: paragraphs }, { language: 'DAN', seen: null }).value(), 'Et\nto tre');
  assert.equal(new Node(element('X', ' \n\t'), { language: 'DAN', seen: null }).value(), null);
});
