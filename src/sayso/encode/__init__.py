"""The small neural encoders: windows, tokens, ONNX sessions."""
