"""Annotated documents: loading, multiplying, training from them, evaluation against them."""
