"""Bundled source declarations: one file per dataset, nothing else."""
