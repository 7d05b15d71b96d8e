"""What a person can choose about their desk, in one window."""
