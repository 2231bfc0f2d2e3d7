"""My children: everybody somebody works with, and when each was last seen."""
