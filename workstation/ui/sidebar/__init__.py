"""The lists an agent works from, with how much waits in each."""
