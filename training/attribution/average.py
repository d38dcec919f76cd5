"""Average the weights of two training runs that share a start.

    python training/attribution/average.py ONE.pt OTHER.pt OUT.pt [--share 0.5]

Runs that continue from one another lie in one valley of the loss; between them is often
better than either, above all where they saw different texts.
"""

import argparse
from pathlib import Path

import torch


def main() -> None:
    """Mix and write."""
    p = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    p.add_argument("one", type=Path)
    p.add_argument("other", type=Path)
    p.add_argument("target", type=Path)
    p.add_argument("--share", type=float, default=0.5, help="of the other, 0 to 1")
    args = p.parse_args()
    one, other = torch.load(args.one), torch.load(args.other)
    mixed = {k: one[k] * (1 - args.share) + other[k] * args.share for k in one}
    torch.save(mixed, args.target)


if __name__ == "__main__":
    main()
