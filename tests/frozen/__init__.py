"""What was packaged, used as people do. Run by ``develop.py package --test`` alone."""
