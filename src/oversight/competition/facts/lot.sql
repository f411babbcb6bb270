select piece.id as piece, min(lot.title) as title from lot join competition_piece piece on piece.ocid = lot.ocid and piece.lot = lot.lot group by piece.id
