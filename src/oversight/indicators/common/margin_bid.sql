-- Valid bids with a price, each by one tenderer, in processes with a sole winner whose prices may be compared.
create temporary table margin_bid as
select b.line as line, b.place as place, b.amount as amount, b.currency as currency, t.tenderer as tenderer, case when t.tenderer = w.supplier then 1 else 0 end as is_winner
from sole_winner w
join compared c on c.line = w.line
join bid b on b.line = w.line
join bid_tenderer t on t.line = b.line and t.bid = b.place
where b.status = 'valid' and b.tenderers = 1 and b.amount is not null and b.currency is not null
