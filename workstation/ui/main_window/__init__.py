"""The one window: what stands where, and how it folds when room is short."""
