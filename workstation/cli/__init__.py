"""THE FRONT DOOR: one file a command. `main.py` lists them and says how to add one."""
