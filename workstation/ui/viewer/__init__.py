"""Looking at pictures closely: one after the other, larger, turned, copied, saved."""
