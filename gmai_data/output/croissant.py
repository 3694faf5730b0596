"""croissant.json: the build described in Croissant 1.0 (MLCommons), for catalogues and loaders."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, Final

from gmai_data.declare import Source

CONTEXT: Final = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    "citeAs": "cr:citeAs",
    "column": "cr:column",
    "conformsTo": "dct:conformsTo",
    "cr": "http://mlcommons.org/croissant/",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "dct": "http://purl.org/dc/terms/",
    "equivalentProperty": "cr:equivalentProperty",
    "examples": {"@id": "cr:examples", "@type": "@json"},
    "extract": "cr:extract",
    "field": "cr:field",
    "fileObject": "cr:fileObject",
    "fileProperty": "cr:fileProperty",
    "fileSet": "cr:fileSet",
    "format": "cr:format",
    "includes": "cr:includes",
    "isLiveDataset": "cr:isLiveDataset",
    "jsonPath": "cr:jsonPath",
    "key": "cr:key",
    "md5": "cr:md5",
    "parentField": "cr:parentField",
    "path": "cr:path",
    "rai": "http://mlcommons.org/croissant/RAI/",
    "recordSet": "cr:recordSet",
    "references": "cr:references",
    "regex": "cr:regex",
    "repeated": "cr:repeated",
    "replace": "cr:replace",
    "samplingRate": "cr:samplingRate",
    "sc": "https://schema.org/",
    "separator": "cr:separator",
    "source": "cr:source",
    "subField": "cr:subField",
    "transform": "cr:transform",
}
COLUMNS: Final = (  # of samples/<source>.parquet
    ("key", "sc:Text", "Name of the sample and of its members in the tar."),
    ("subset", "sc:Text", "caption, percept, instruct, text-single or text-multi."),
    ("language", "sc:Text", "en or zh."),
    ("split", "sc:Text", "train, val or test."),
    ("shard", "sc:Text", "The tar file that holds the sample."),
)


def croissant(manifest: Mapping[str, Any], sources: Mapping[str, Source]) -> str:
    """The description as JSON-LD: a file object per shard, a record set over the sample table."""
    shards = [
        {
            "@type": "cr:FileObject",
            "@id": shard["path"],
            "name": shard["path"],
            "contentUrl": shard["path"],
            "contentSize": f"{shard['bytes']} B",
            "encodingFormat": "application/x-tar",
            "sha256": shard["sha256"],
        }
        for shard in manifest["shards"]
    ]
    table = {
        "@type": "cr:FileSet",
        "@id": "samples",
        "name": "samples",
        "description": "A row per sample.",
        "encodingFormat": "application/x-parquet",
        "includes": "samples/*.parquet",
    }
    records = {
        "@type": "cr:RecordSet",
        "@id": "sample",
        "name": "sample",
        "key": {"@id": "sample/key"},
        "field": [
            {
                "@type": "cr:Field",
                "@id": f"sample/{name}",
                "name": name,
                "description": meaning,
                "dataType": kind,
                "source": {"fileSet": {"@id": "samples"}, "extract": {"column": name}},
            }
            for name, kind, meaning in COLUMNS
        ],
    }
    cite = " ".join(source.cite for _, source in sorted(sources.items()) if source.cite)
    described = {
        "@context": CONTEXT,
        "@type": "sc:Dataset",
        "conformsTo": "http://mlcommons.org/croissant/1.0",
        "name": "gmai-data",
        "description": (
            "Medical vision-language samples made with gmai-data from "
            + ", ".join(facts["title"] for _, facts in sorted(manifest["sources"].items()))
            + "."
        ),
        "license": sorted({_license(facts) for facts in manifest["sources"].values()}),
        **({"citeAs": cite} if cite else {}),
        "distribution": [table, *shards],
        "recordSet": [records],
    }
    return json.dumps(described, indent=2, ensure_ascii=False) + "\n"


def _license(facts: Mapping[str, Any]) -> str:
    """The licence's page where SPDX has one, the publisher's page elsewhere."""
    if facts["license"].startswith("LicenseRef-"):
        return str(facts["homepage"])
    return f"https://spdx.org/licenses/{facts['license']}.html"
