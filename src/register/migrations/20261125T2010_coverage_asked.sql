-- A fill rate needs to know of how many releases a field was asked: an award notice has no deadline for bids to leave out.
-- Of the row with the empty field, all of them.
alter table coverage add column asked integer not null default 0;
alter table coverage alter column asked drop default;
