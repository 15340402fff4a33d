"""Speaking in a language: locales as data, and the words of the program in each."""
