-- Whether each buyer that Danish law holds for is of the state or below it, which decides its thresholds: by the kind that a notice gives it, or by its name; null: not known.
-- Bodies governed by public law have the thresholds of a municipality.
create temporary table buyer_kind as
with said as (
  select p.ocid as ocid,
    max(case when t.kind = 'cga' then 1 else 0 end) as state,
    max(case when t.kind in ('la', 'ra', 'body-pl', 'body-pl-la', 'body-pl-ra', 'body-pl-cga') or lower(t.name) like '%kommune' or lower(t.name) like '%kommune %' or lower(t.name) like 'region %' then 1 else 0 end) as below
  from process p join party t on t.ocid = p.ocid and t.organisation = p.buyer
  join place w on w.ocid = p.ocid
  where w.law = 'DK'
  group by p.ocid
)
select ocid, case when state = 1 and below = 0 then 'state' when below = 1 and state = 0 then 'municipal' end as kind from said
