"""What Dateline costs: ``python -m tests.benchmark`` measures time, growth, memory and every regular expression."""
