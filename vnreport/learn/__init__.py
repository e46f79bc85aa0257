"""Evaluation against annotated documents."""
