/**
 * What a TypeScript file imports or re-exports, types too, in whatever way it is written. Looks for the words rather
 * than parsing: a sentence that reads like an import counts as one, and so errs on the side of being seen.
 */
export function importsOf(text: string): readonly string[] {
  const patterns = [
    /\bfrom\s*(['"])([^'"\n]+)\1/g,
    /\bimport\s*(['"])([^'"\n]+)\1/g,
    /\b(?:import|require)\s*\(\s*(['"])([^'"\n]+)\1/g,
    /<reference\s+path=(['"])([^'"\n]+)\1/g,
  ];
  return patterns.flatMap((pattern) => [...text.matchAll(pattern)].map(([, , name = '']) => name));
}
