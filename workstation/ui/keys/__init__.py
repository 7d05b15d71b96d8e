"""Keys: which do what, how a person gives them others, and the sheet that shows them all."""
