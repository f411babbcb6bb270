/**
 * The media type that the header asks for most; of several the first, also when the header wants none of them or is left out.
 * @see RFC 9110, section 12.5.1
 */
export function preferred<Kind extends string>(header: string | undefined, kinds: readonly [Kind, ...Kind[]]): Kind {
  const ranges = (header ?? '*/*').split(',').map((range) => {
    const [type = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
    const weight = Number(parameters.find((parameter) => parameter.startsWith('q='))?.slice(2) ?? 1);
    return { type, weight: Number.isFinite(weight) ? weight : 0 };
  });
  // The closest range decides: "text/html;q=0.1, */*" wants anything rather than a page.
  const weightOf = (kind: Kind): number =>
    [kind, `${kind.split('/')[0] ?? ''}/*`, '*/*'].map((name) => ranges.find(({ type }) => type === name)?.weight).find((weight) => weight !== undefined) ?? 0;
  return kinds.reduce((best, kind) => (weightOf(kind) > weightOf(best) ? kind : best), kinds[0]);
}
