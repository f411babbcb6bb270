-- What the amount of a holding is for: a year, or the whole time. Without it two amounts cannot be held against each other.
alter table holding add column basis text check (basis in ('year', 'total'));
