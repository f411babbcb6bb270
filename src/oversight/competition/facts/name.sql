-- What most notices call an organisation.
with written as (
  select organisation, name, count(*) as times from party where organisation <> '' and name is not null group by organisation, name),
ranked as (
  select organisation, name, row_number() over (partition by organisation order by times desc, name) as place from written)
select organisation, name from ranked where place = 1
