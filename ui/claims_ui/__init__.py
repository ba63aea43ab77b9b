"""The parts the pages share: words, keys, safe text, cards and the way to the dossier."""
