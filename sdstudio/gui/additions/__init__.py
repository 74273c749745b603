"""What is added to a model, in the panel: LoRAs, textual inversions and parts from elsewhere."""
