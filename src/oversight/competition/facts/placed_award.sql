-- Awards with the number of what they are for.
select award.*, piece.id as piece, piece.process
from competition_award award join competition_piece piece on piece.ocid = award.ocid and piece.lot = award.lot
