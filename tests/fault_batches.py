"""The Batch API of the fault server: files, batches, and results that are not quite as promised.

``server.batch_faults(n, row)`` names what happens to the n-th request of a batch: "" for an answer,
"twice", "lost", "400", "500" or "not-json"; ``server.batch_state`` is what a batch says of itself.
"""

import json
import re


def answer_batch(server, method, path, headers, data):
    """Status and body for a request to ``/files`` or ``/batches``."""
    path = path.split("?")[0].removeprefix("/v1")
    if method == "POST" and path == "/files":
        name = f"file-{len(server.files)}"
        server.files[name] = _uploaded(headers["content-type"], data)
        return 200, {"id": name, "object": "file", "bytes": len(data), "created_at": 0,
                     "filename": "x", "purpose": "batch", "status": "processed"}  # fmt: skip
    if method == "GET" and path.startswith("/files/"):
        return 200, server.files[path.split("/")[2]]
    if method == "POST" and path == "/batches":
        asked = json.loads(data)
        name = f"batch_{len(server.batches)}"
        server.batches[name] = {**asked, "id": name}
        return 200, shown(server, name)
    if method == "GET" and path == "/batches":
        rows = [shown(server, name) for name in server.batches]
        return 200, {"object": "list", "data": rows, "has_more": False}
    if method == "GET" and path.startswith("/batches/"):
        return 200, shown(server, path.split("/")[2])
    return 404, {"error": {"message": f"no {path}"}}


def _uploaded(kind, data):
    boundary = re.search(r"boundary=(\S+)", kind)[1].encode()
    for part in data.split(b"--" + boundary):
        head, _, body = part.partition(b"\r\n\r\n")
        if b'name="file"' in head:
            return body.removesuffix(b"\r\n")
    raise ValueError("no file")


def shown(server, name):
    """A batch as the API shows it; its results are made when it is first seen completed."""
    batch, state = server.batches[name], server.batch_state
    found = {
        "id": name, "object": "batch", "endpoint": batch["endpoint"], "errors": None,
        "input_file_id": batch["input_file_id"], "completion_window": "24h", "status": state,
        "created_at": 0, "metadata": batch.get("metadata"),
    }  # fmt: skip
    if state in ("completed", "expired"):
        if "out" not in batch:
            batch["out"] = f"file-{len(server.files)}"
            done = results(server, server.files[batch["input_file_id"]].splitlines())
            server.files[batch["out"]] = b"\n".join(done)
        found["output_file_id"] = batch["out"]
    return found


def results(server, lines):
    """The lines of an output file, in another order than they were asked in."""
    made = []
    for n, line in enumerate(lines):
        row = json.loads(line)
        fault = server.batch_faults(n, row)
        answer = {"status_code": 200, "body": server.completion(row["body"])}
        if fault == "lost":
            continue
        if fault in ("400", "500"):
            answer = {"status_code": int(fault), "body": {"error": {"message": "no"}}}
        if fault == "not-json":
            made.append(b'{"custom_id": "' + row["custom_id"].encode()[:9])
            continue
        text = {"id": f"r{n}", "custom_id": row["custom_id"], "response": answer, "error": None}
        made.append(json.dumps(text).encode())
        if fault == "twice":
            answer = {"status_code": 200, "body": server.completion(row["body"], "wrong-schema")}
            made.append(json.dumps({**text, "response": answer}).encode())
    return made[::-1]
