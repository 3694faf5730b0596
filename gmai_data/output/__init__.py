"""What a build leaves behind: records, locks, tars and the cards beside them."""
