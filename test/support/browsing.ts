/** A browser as far as the server sees one: it keeps cookies and follows no redirect by itself. */
import type { FastifyInstance } from 'fastify';

type Answer = Awaited<ReturnType<FastifyInstance['inject']>>;

export class Browsing {
  readonly cookies = new Map<string, string>();
  readonly #app: FastifyInstance;
  readonly #host: string;

  constructor(app: FastifyInstance, host = 'localhost:4710') {
    this.#app = app;
    this.#host = host;
  }

  /** Opens a page as somebody who follows a link. */
  async get(url: string): Promise<Answer> {
    return this.#ask({ method: 'GET', url, headers: {} });
  }

  /** Sends a form of this site. @param fields a list stands for a name given several times */
  async post(url: string, fields: Readonly<Record<string, string | readonly string[]>> = {}, headers: Readonly<Record<string, string>> = { 'sec-fetch-site': 'same-origin' }): Promise<Answer> {
    const payload = new URLSearchParams(Object.entries(fields).flatMap(([name, values]) => [values].flat().map((value) => [name, value]))).toString();
    return this.#ask({ method: 'POST', url, headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers }, payload });
  }

  /** Where the last answer leads. */
  static whither(answer: Answer): string {
    const { location } = answer.headers;
    if (typeof location !== 'string') throw new Error(`The answer ${answer.statusCode} leads nowhere: ${answer.payload.slice(0, 300)}`);
    return location;
  }

  /** Logs in to the demo world as one of its people. @returns the answer that ends the login */
  async signIn(person: string, start = '/demo/log-ind/start'): Promise<Answer> {
    return this.get(await this.comeBack(person, start));
  }

  /** The same up to the address at which the login service sends the browser back, which is not opened. */
  async comeBack(person: string, start = '/demo/log-ind/start'): Promise<string> {
    const choose = Browsing.whither(await this.get(Browsing.whither(await this.get(start))));
    await this.get(choose);
    return Browsing.whither(await this.get(Browsing.whither(await this.post(choose, { person }))));
  }

  async #ask({ method, url, headers, payload }: { method: 'GET' | 'POST'; url: string; headers: Readonly<Record<string, string>>; payload?: string }): Promise<Answer> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await this.#app.inject({ method, url, headers: { host: this.#host, ...headers, ...(cookie === '' ? {} : { cookie }) }, ...(payload === undefined ? {} : { payload }) });
    for (const { name, value, maxAge, expires } of answer.cookies) {
      if (value === '' || maxAge === 0 || (expires !== undefined && expires.getTime() < Date.now())) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return answer;
  }
}
