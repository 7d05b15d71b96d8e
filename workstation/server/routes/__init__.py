"""The doors of the API that are thin: they read a request, ask the office, and answer."""
