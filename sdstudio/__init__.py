"""sdstudio: make pictures with Stable Diffusion and watch every denoising step."""

__version__ = "0.1.0"
