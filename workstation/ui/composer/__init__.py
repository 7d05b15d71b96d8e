"""Where an agent answers: text, files, notes, and a draft that survives everything."""
