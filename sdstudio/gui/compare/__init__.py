"""Two to four pictures compared: side by side, over each other, and by their settings."""
