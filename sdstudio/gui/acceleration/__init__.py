"""“Use my GPU…”: torch's build for an NVIDIA card, offered, fetched and used."""
