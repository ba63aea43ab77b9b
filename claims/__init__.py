"""Counterclaim: who said what, when, according to whom, and where those statements cannot all be true."""
