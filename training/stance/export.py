"""Export trained stance weights to int8 ONNX.

usage: export.py EPOCH.pt OUT.onnx

Inputs ids, mask, kinds `[n, t]`; output logits `[n, 4]`.
"""

import sys
import tempfile

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from train import Stance

NAMES = ("ids", "mask", "kinds")


def main(weights: str, out: str) -> None:
    """Write the quantised model."""
    net = Stance()
    net.load_state_dict(torch.load(weights))
    net.eval()
    ids = torch.randint(1000, 2000, (2, 32))
    mask = torch.ones_like(ids)
    mask[1, 20:] = 0
    kinds = torch.zeros_like(ids)
    kinds[:, 12:] = 1
    with tempfile.TemporaryDirectory() as folder:
        full, ready = f"{folder}/full.onnx", f"{folder}/ready.onnx"
        torch.onnx.export(
            net,
            (ids, mask, kinds),
            full,
            input_names=list(NAMES),
            output_names=["logits"],
            opset_version=17,
            dynamo=False,
            dynamic_axes={name: {0: "n", 1: "t"} for name in NAMES}
            | {"logits": {0: "n"}},
        )
        quant_pre_process(full, ready, skip_symbolic_shape=True)
        quantize_dynamic(ready, out, weight_type=QuantType.QUInt8, per_channel=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
