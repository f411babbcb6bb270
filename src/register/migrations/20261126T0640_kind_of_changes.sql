-- What is bought after a change, and before it, as `derived` 6 reads it: CPV codes with spaces between them, and goods, works or services.
alter table contract_change
  add column cpv             text,
  add column cpv_before      text,
  add column category        text,
  add column category_before text;
