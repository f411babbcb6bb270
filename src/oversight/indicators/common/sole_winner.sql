-- The supplier of decided processes that have exactly one active award, to exactly one supplier.
create temporary table sole_winner as
select line, supplier from decided where active = 1 and to_one = 1 and supplier is not null
