"""Lists that are kept by name: making, changing, sharing, removing them."""
