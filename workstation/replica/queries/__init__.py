"""What screens ask the replica: each file answers for one of them, with rows of `rows/`."""
