"""No word is ever lost: what is written on any form is kept as it is typed, and saved once."""
