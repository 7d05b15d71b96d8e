"""Who is there: passwords, tokens, throttled attempts, and `who.SignedIn`, the dependency that
routes use."""
