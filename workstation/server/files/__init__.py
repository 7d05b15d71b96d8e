"""Attachments: content under its SHA-256 on disk, uploads in pieces, and who may read what."""
