"""The network: MiniLM, three role taggers, and links from each cue to its words.

A link's log-odds are the sum of a bilinear term (which words belong to this cue), the
cue-independent role score of the word (is it content of anything) and a learned bias
for the distance between the two. The last two let the links learn from the first
steps on; alone, the bilinear term starts to help only in the fourth epoch.
"""

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch import Tensor, nn
from transformers import BertConfig, BertModel

HIDDEN, RANK, REACH = 384, 64, 64
"""Width of MiniLM; rank of the bilinear form; distances beyond REACH pieces share a
bias."""


class RoleNetwork(nn.Module):
    """Tags and links of a batch of windows."""

    def __init__(self, config: BertConfig) -> None:
        """Build without weights; see `start_from_base` and `start_from_onnx`."""
        super().__init__()
        self.bert = BertModel(config, add_pooling_layer=False)
        self.tag = nn.Linear(HIDDEN, 9)
        self.q = nn.Linear(HIDDEN, 2 * RANK)
        self.k = nn.Linear(HIDDEN, 2 * RANK)
        self.distance = nn.Embedding(2 * REACH + 1, 2)
        self.prior = nn.Parameter(torch.full((2,), 0.25))
        nn.init.zeros_(self.distance.weight)

    def forward(self, ids: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """Return tag [b, t, 3 roles, 3 labels] and link [b, 2 roles, cue, word]."""
        hidden = self.bert(input_ids=ids, attention_mask=mask).last_hidden_state
        hidden = nn.functional.dropout(hidden, 0.1, self.training)
        b, t, _ = hidden.shape
        tag = self.tag(hidden).view(b, t, 3, 3)
        q = self.q(hidden).view(b, t, 2, RANK).permute(0, 2, 1, 3)
        k = self.k(hidden).view(b, t, 2, RANK).permute(0, 2, 3, 1)
        place = torch.arange(t, device=ids.device)
        apart = (place[None] - place[:, None]).clamp(-REACH, REACH) + REACH
        bias = self.distance(apart).permute(2, 0, 1)
        roles = tag[:, :, 1:]
        role = roles[..., 1:].logsumexp(-1) - roles[..., 0]
        role = (role * self.prior).permute(0, 2, 1)[:, :, None]
        return tag, torch.matmul(q, k) / 8.0 + bias + role


def base_config(folder: str) -> BertConfig:
    """Return MiniLM's shape, dropout off: on a CPU it doubles the time of a step."""
    config = BertConfig.from_pretrained(folder)
    config.hidden_dropout_prob = config.attention_probs_dropout_prob = 0.0
    return config


def loss(tag: Tensor, link: Tensor, batch: dict[str, Tensor]) -> tuple[Tensor, Tensor]:
    """Return tagging and linking loss over first pieces of words."""
    first = batch["first"]
    tagging = nn.functional.cross_entropy(
        tag[first].reshape(-1, 3).float(), batch["labels"][first].reshape(-1)
    )
    if not len(batch["rows"]):
        return tagging, torch.zeros(())
    odds = link.float()[batch["rows"], :, batch["cues"], :]
    seen = first[batch["rows"]].unsqueeze(1).expand_as(odds)
    linking = nn.functional.binary_cross_entropy_with_logits(
        odds[seen], batch["targets"][seen]
    )
    return tagging, linking


def start_from_base(net: RoleNetwork, weights: dict[str, Tensor]) -> None:
    """Load MiniLM's own weights under fresh heads."""
    kept = {k: v.float() for k, v in weights.items() if not k.startswith("pooler")}
    net.bert.load_state_dict(kept, strict=False)


def start_from_onnx(net: RoleNetwork, path: str) -> None:
    """Continue from a shipped int8 model: multiply its weights by their scales."""
    graph = onnx.load(path).graph
    stored = {i.name: numpy_helper.to_array(i) for i in graph.initializer}
    state = net.state_dict()
    for name, value in stored.items():
        if name in state and state[name].shape == value.shape:
            state[name] = torch.from_numpy(value.copy())
        if name.endswith("_quantized") and name[:-10] in state:
            state[name[:-10]] = torch.from_numpy(_dequantise(stored, name[:-10]))
    for node in graph.node:
        if node.op_type == "MatMulInteger":
            target = (
                node.name.removesuffix("/MatMul_quant").strip("/").replace("/", ".")
            )
            weight = _dequantise(stored, node.input[1].removesuffix("_quantized"))
            state[target + ".weight"] = torch.from_numpy(weight.T.copy())
    net.load_state_dict(state)


def _dequantise(stored: dict[str, np.ndarray], name: str) -> np.ndarray:
    whole = stored[name + "_quantized"].astype(np.float32)
    zero = stored[name + "_zero_point"].astype(np.float32)
    return (whole - zero) * stored[name + "_scale"]
