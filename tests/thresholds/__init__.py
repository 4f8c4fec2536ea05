"""Which numbers of the code no test notices: each is moved a little up and down, and its package's tests run."""
