"""The samples of a build or a mix, one after another, as they lie in the shards."""

from __future__ import annotations

import hashlib
import json
import os
import tarfile
from collections.abc import Iterator, Mapping
from typing import Any

from gmai_data import places
from gmai_data.errors import CheckFailedError


def samples(out: str, shard: Mapping[str, Any]) -> Iterator[tuple[dict[str, Any], bytes]]:
    """The record and the encoded image (empty for text) of each sample of a shard.

    Raises:
        CheckFailedError: the shard is missing or broken.
    """
    path, count = os.path.join(out, shard["path"]), 0
    try:
        with places.opened(path) as opened, tarfile.open(fileobj=opened, mode="r:") as tar:
            image = b""
            for member in tar:
                file = tar.extractfile(member)
                data = file.read() if file else b""
                if not member.name.endswith(".json"):
                    image = data
                    continue
                record = json.loads(data)
                if hashlib.sha256(image).hexdigest() != (record["image_sha256"] or _NOTHING):
                    raise ValueError(f"the image of {record['id']} is not the one that was built")
                yield record, image
                image, count = b"", count + 1
        if count != shard["samples"]:  # a tar that is cut between two members looks whole
            raise ValueError(f"{count} samples, {shard['samples']} in the manifest")
    except (OSError, tarfile.TarError, ValueError, KeyError) as error:
        raise CheckFailedError(
            f"{path} cannot be read ({error}). See what is wrong with `gmai-data verify {out}`."
        ) from error


_NOTHING = hashlib.sha256().hexdigest()
