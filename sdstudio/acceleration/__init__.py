"""torch's build for the user's graphics card: found, fetched, tried, removed; no torch, no Qt."""
