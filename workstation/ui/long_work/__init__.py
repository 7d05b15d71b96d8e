"""What takes long: said in one place, with how far it is and a way to stop it."""
