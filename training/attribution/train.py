"""Train the attribution encoder on one core, within a time budget.

    python training/attribution/train.py --corpus CORPORA/attribution \
        --scorer SCORE/attribution.py --base MINILM_FOLDER --out training/out/roles

The learning rate falls to zero at the end of the budget or of the epochs, whichever
comes first, so that a run on a busy machine still ends as a finished model. The
weights are saved every few minutes; `--init model.onnx` continues from a shipped one.
"""

import argparse
import random
import time
from collections import deque
from pathlib import Path
from types import ModuleType

import torch
from data import Example, batches, collate, examples, load, load_labels, requote
from evaluate import load_scorer, score, summary
from network import (
    RoleNetwork,
    base_config,
    loss,
    start_from_base,
    start_from_onnx,
)
from safetensors.torch import load_file

from sayso.encode.decode import DecodeSettings
from sayso.encode.roles import RoleEncoder

LINK_WEIGHT = 2.0
"""Links are sparse: most words of a window belong to no given cue."""
WARM_UP = 0.04
"""Share of the run in which the rate rises."""
MASK_PIECE = 103
"""Stands for words hidden from the network: cheap regularisation where dropout costs
too much, and names of 2016 matter less."""
HALVES = torch.ops.mkldnn._is_mkldnn_bf16_supported()  # noqa: SLF001
"""Whether this processor computes in bfloat16; others emulate it, 20 times slower."""


class TorchSession:
    """Lets the project's decoder run on the network in training."""

    def __init__(self, net: RoleNetwork) -> None:
        self.net = net

    def run(self, _names: None, feed: dict) -> list:
        """Compute tag and link scores."""
        with torch.no_grad():
            out = self.net(
                torch.from_numpy(feed["ids"]), torch.from_numpy(feed["mask"])
            )
        return [x.float().numpy() for x in out]


def parse() -> argparse.Namespace:
    """Read the command line."""
    p = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    p.add_argument("--corpus", type=Path, required=True)
    p.add_argument("--scorer", type=Path, required=True)
    p.add_argument("--base", required=True)
    p.add_argument("--init", help="an ONNX model, or weights, to continue from")
    p.add_argument(
        "--labels", type=Path, nargs="*", default=[], help="own labels to add"
    )
    p.add_argument("--repeat", type=int, default=5, help="times an own label is seen")
    p.add_argument("--out", type=Path, default=Path("training/out/roles"))
    p.add_argument("--epochs", type=float, default=7)
    p.add_argument("--minutes", type=float, default=1e9)
    p.add_argument("--rate", type=float, default=3e-4)
    p.add_argument("--head-rate", type=float, default=1e-3, help="fresh heads: 1e-3")
    p.add_argument("--hide", type=float, default=0.08, help="share of words hidden")
    p.add_argument("--batch", type=int, default=2048, help="word pieces")
    p.add_argument("--seed", type=int, default=0)
    return p.parse_args()


def main() -> None:
    """Train, evaluate on the development part, save."""
    args = parse()
    torch.set_num_threads(1)
    torch.manual_seed(args.seed)
    rng = random.Random(args.seed)
    train, dev = (load(args.corpus / f"{part}.jsonl") for part in ("train", "dev"))
    own = [d for path in args.labels for d in load_labels(path, args.corpus.parent)]
    kept, held = own_parts(own)
    versions = [(d, d["attributions"]) for d in train + kept * args.repeat]
    versions += [(d, v) for d in train for v in d["other_annotators"].values()]
    net = RoleNetwork(base_config(args.base))
    start_from_base(net, load_file(args.base + "/model.safetensors"))
    if args.init and args.init.endswith(".pt"):
        net.load_state_dict(torch.load(args.init))
    elif args.init:
        start_from_onnx(net, args.init)
    scorer = load_scorer(args.scorer)
    settings = DecodeSettings()
    report(net, dev[:24], scorer, settings, "start")
    fit(net, versions, args, rng)
    report(net, dev, scorer, settings, "end")
    report(net, held, scorer, settings, "end, own labels held out")


def own_parts(own: list[dict]) -> tuple[list[dict], list[dict]]:
    """Split our own labels into a part to train on and every sixth to check on."""
    held = own[::6]
    return [d for i, d in enumerate(own) if i % 6], held


def fit(
    net: RoleNetwork, versions: list, args: argparse.Namespace, rng: random.Random
) -> None:
    """Run the steps; each epoch draws new quoting styles."""
    heads = [p for n, p in net.named_parameters() if not n.startswith("bert")]
    groups = [
        {"params": list(net.bert.parameters()), "peak": args.rate},
        {"params": heads, "peak": args.head_rate},
    ]
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01)
    args.out.parent.mkdir(parents=True, exist_ok=True)
    begun, step, progress, saved = time.monotonic(), 0, 0.0, 0.0
    recent: deque[tuple[float, float]] = deque(maxlen=20)
    while progress < 1:
        plan = batches(drawn(versions, rng), args.batch, rng)
        for group in plan:
            minutes = (time.monotonic() - begun) / 60
            progress = max(step / (len(plan) * args.epochs), minutes / args.minutes)
            if progress >= 1:
                break
            rate = min(1, progress / WARM_UP + 0.02) * (1 - progress)
            for part in optimiser.param_groups:
                part["lr"] = part["peak"] * rate
            recent.append(take_step(net, optimiser, collate(group), args.hide))
            step += 1
            if step % 20 == 0:
                tag, link = (sum(x) / len(x) for x in zip(*recent, strict=True))
                print(f"{progress:.3f} tag {tag:.4f} link {link:.4f} {minutes:.1f} min")
            if minutes > saved + 5:
                saved = minutes
                torch.save(net.state_dict(), f"{args.out}.pt")
    torch.save(net.state_dict(), f"{args.out}.pt")


def drawn(versions: list, rng: random.Random) -> list[Example]:
    """Cut every version of every article, in a freshly drawn quoting style."""
    return [
        x
        for d, version in versions
        for x in examples({**d, "attributions": version}, requote(d["text"], rng))
    ]


def take_step(
    net: RoleNetwork,
    optimiser: torch.optim.Optimizer,
    batch: dict[str, torch.Tensor],
    hide: float,
) -> tuple[float, float]:
    """Take one step; return the tagging and the linking loss."""
    hidden = torch.rand(batch["ids"].shape) < hide
    batch["ids"][hidden & batch["first"]] = MASK_PIECE
    with torch.autocast("cpu", torch.bfloat16, enabled=HALVES):
        tag, link = net(batch["ids"], batch["mask"])
    tagging, linking = loss(tag, link, batch)
    (tagging + LINK_WEIGHT * linking).backward()
    torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
    optimiser.step()
    optimiser.zero_grad()
    return tagging.item(), linking.item()


def report(
    net: RoleNetwork,
    documents: list[dict],
    scorer: ModuleType,
    settings: DecodeSettings,
    when: str,
) -> None:
    """Print the development figures of the network as it stands."""
    net.eval()
    encoder = RoleEncoder(TorchSession(net), settings)
    print(when, summary(score(encoder, documents, scorer)), flush=True)
    net.train()


if __name__ == "__main__":
    main()
