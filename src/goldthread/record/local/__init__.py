"""What the authority itself has settled: its own numbers, which duties its record keeps, policies and school terms."""
