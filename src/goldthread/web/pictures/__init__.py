"""Pictures drawn by the server as SVG: plain values in, text out. Each has a title, and its facts stand in a table beside it."""
