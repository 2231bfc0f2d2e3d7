"""The law: Acts, regulations and guidance, which paragraph, in force from when."""
