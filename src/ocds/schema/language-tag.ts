/*
 * The tail of a field in another language (`title_da`, `title_sr-Latn`): a language tag by BCP 47 (RFC 5646,
 * section 2.1), in the reading that OCDS 1.1 gives it, without grandfathered tags.
 */
const LANGUAGE = '(([A-Za-z]{2,3}(-([A-Za-z]{3}(-[A-Za-z]{3}){0,2}))?)|[A-Za-z]{4}|[A-Za-z]{5,8})';
const SCRIPT = '(-([A-Za-z]{4}))?';
const REGION = '(-([A-Za-z]{2}|[0-9]{3}))?';
const VARIANTS = '(-([A-Za-z0-9]{5,8}|[0-9][A-Za-z0-9]{3}))*';
const EXTENSIONS = '(-([0-9A-WY-Za-wy-z](-[A-Za-z0-9]{2,8})+))*';
const PRIVATE_USE = '(x(-[A-Za-z0-9]{1,8})+)';

export const LANGUAGE_TAG = `((${LANGUAGE}${SCRIPT}${REGION}${VARIANTS}${EXTENSIONS}(-${PRIVATE_USE})?)|${PRIVATE_USE})`;
