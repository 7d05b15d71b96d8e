"""Getting in: the sign-in screen, and the passphrase where no keyring keeps the key."""
