"""What the app owes the desktop around it: files handed over, progress, the end of a session."""
