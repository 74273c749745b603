"""From a checkout to what people install: a frozen folder, and the packages made of it."""
