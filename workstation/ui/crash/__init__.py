"""What is kept, on this computer only, when something breaks; and how it is shown."""
