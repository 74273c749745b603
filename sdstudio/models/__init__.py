"""Models on this machine: catalogue and checks that need neither torch nor Qt."""
