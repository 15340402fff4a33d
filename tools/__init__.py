"""What the project's set-up needs and the program itself does not."""
