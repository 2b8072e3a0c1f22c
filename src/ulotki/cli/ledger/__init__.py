"""`ulotki ledger`: to read it, keep it safe, carry it elsewhere, correct it, and forget people."""
