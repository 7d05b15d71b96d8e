"""JUDGEMENT: pure functions. What they need is passed in, the clock too."""
