"""What the replica answers with: plain rows, detached from any database."""
