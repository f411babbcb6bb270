/** Stands in for node:test where planted faults are tried: as much of it as the tests of the law use, without files, reports or processes. */
type Body = () => unknown;

const waiting: Body[] = [];

export function test(_name: string, body: Body): void {
  waiting.push(body);
}

export function describe(_name: string, body: Body): void {
  body();
}

/** The tests that were named since the last time. */
export function takeTests(): readonly Body[] {
  return waiting.splice(0);
}
