"""How a search is written: operators in two languages, days, typing errors."""
