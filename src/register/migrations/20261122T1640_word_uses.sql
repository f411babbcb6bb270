-- How many processes use the word: one that a correction takes out of the last of them must not linger. Words from before
-- were not counted and stay.
alter table word add column uses integer not null default 1000000;
alter table word alter column uses set default 0;
