create temporary table measured as
with record as (
  select organisation, count(*) as entries, sum(won) as wins from entry where reason is null and valid = 1 group by organisation
)
select 'R025' as indicator, 'share' as kind, organisation as id, cast(0 as integer) as line, cast(entries as double) as weight, cast(wins as double) / cast(entries as double) as value from record
union all
select 'R025 entries' as indicator, 'count' as kind, organisation as id, cast(0 as integer) as line, cast(entries as double) as weight, cast(entries as double) as value from record
