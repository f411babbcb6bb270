-- What indicators that compare with others have measured: one row for each process or organisation of a series.
-- weight is the number of bids or processes that the value rests on; line is the first of them.
create temporary table measured (indicator varchar, kind varchar, id varchar, line integer, weight double, value double)
