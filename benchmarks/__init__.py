"""Speed, as ratios within one run; `python -m benchmarks` prints them with the machine they were measured on."""
