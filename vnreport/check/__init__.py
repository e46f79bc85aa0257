"""Checking: the registry of rules, their configuration, and the engine that runs them."""
