"""Look at a folder of data and propose a declaration: what is there, what it may mean."""
