-- Processes with a sole winner whose prices may be compared. A table of its own, since one join with all bids costs less than two.
create temporary table contest as
select w.line as line, w.supplier as supplier from sole_winner w join compared c on c.line = w.line
