"""How work is cut, named, kept and survived: keys, chunks, leases, isolation."""
