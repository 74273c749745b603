"""Finding pictures in the window: the search line, filters, sources and what they show."""
