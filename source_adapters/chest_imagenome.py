"""Chest ImaGenome: boxes of anatomical regions on MIMIC-CXR radiographs, found by a detector.

`x1` … are on a padded copy of 224 pixels; `original_x1` … are on the image, and are read. Regions
carry the patient's side. A region that is not listed was not found, which says nothing; boxes
without an area are dropped. The halves of the heart's and the abdomen's outline are ignored, and
so are the findings by region. The images of the gold set (images_to_avoid.csv) are in no split and
are not read.
"""

from collections.abc import Mapping

from gmai_data import UNKNOWN, Boxes, Records, Source, Table, Term


def has_area(row: Mapping[str, str]) -> str:
    """Whether a box is one: some are a point or a line."""
    x1, y1, x2, y2 = (float(row[f"original_{name}"]) for name in ("x1", "y1", "x2", "y2"))
    return "yes" if max(x1, 0) < x2 and max(y1, 0) < y2 else "no"


SOURCE = Source(
    name="chest-imagenome",
    title="Chest ImaGenome (silver)",
    version="1.0.0",
    homepage="https://physionet.org/content/chest-imagenome/1.0.0/",
    license="LicenseRef-PhysioNet-Credentialed-1.5.0",
    access="agreement",
    redistribution=False,
    send_to_api=False,
    benchmark=("test",),
    derived_from=("mimic-cxr-jpg",),
    cite="Wu et al., Chest ImaGenome dataset for clinical reasoning, NeurIPS 2021",
    modality="X-Ray",
    anatomy=("chest",),
    department="Pulmonary Medicine",
    cases=Table(
        "silver_dataset/splits/{set:train|valid|test}.csv",
        image="<mimic-cxr-jpg>/files/p*/p{subject_id}/s{study_id}/{dicom_id}.jpg",
    ),
    subject="{subject_id}",
    subject_space="mimic-cxr-jpg",
    study="{study_id}",
    split=Term("{set}", {"train": "train", "valid": "val", "test": "test"}),
    view=Term("{ViewPosition}", {"PA": "PA", "AP": "AP"}),
    labels=[
        Boxes(
            xyxy=("{original_x1}", "{original_y1}", "{original_x2}", "{original_y2}"),
            by="{bbox_name}",
            table=Records(
                "silver_dataset/scene_graph.zip!scene_graph/{dicom_id}_SceneGraph.json",
                each="objects/*",
                on="dicom_id",
                derive={"has_area": has_area},
                where={"has_area": "yes"},
            ),
            names={
                "right lung": "right lung", "left lung": "left lung",
                "right upper lung zone": "right upper lung zone",
                "left upper lung zone": "left upper lung zone",
                "right mid lung zone": "right middle lung zone",
                "left mid lung zone": "left middle lung zone",
                "right lower lung zone": "right lower lung zone",
                "left lower lung zone": "left lower lung zone",
                "right apical zone": "right lung apex", "left apical zone": "left lung apex",
                "right hilar structures": "right hilum of the lung",
                "left hilar structures": "left hilum of the lung",
                "right costophrenic angle": "right costophrenic angle",
                "left costophrenic angle": "left costophrenic angle",
                "right cardiophrenic angle": "right cardiophrenic angle",
                "left cardiophrenic angle": "left cardiophrenic angle",
                "right hemidiaphragm": "right hemidiaphragm",
                "left hemidiaphragm": "left hemidiaphragm",
                "right clavicle": "right clavicle", "left clavicle": "left clavicle",
                "trachea": "trachea", "carina": "carina of the trachea", "spine": "spine",
                "aortic arch": "aortic arch", "descending aorta": "descending aorta",
                "mediastinum": "mediastinum", "upper mediastinum": "upper mediastinum",
                "cardiac silhouette": "cardiac silhouette", "svc": "superior vena cava",
                "right atrium": "right atrium", "cavoatrial junction": "cavoatrial junction",
                "abdomen": "abdomen",
                "right cardiac silhouette": None, "left cardiac silhouette": None,
                "right upper abdomen": None, "left upper abdomen": None,
                # named in reports, without a box of their own
                "right chest wall": None, "left chest wall": None, "right breast": None,
                "left breast": None, "right shoulder": None, "left shoulder": None,
                "right arm": None, "left arm": None, "neck": None, "unknown": None,
            },
            missing=UNKNOWN,
        )
    ],
    evidence=(
        "https://physionet.org/content/chest-imagenome/1.0.0/",
        'public code search for "_SceneGraph.json" (splits, objects, original_x1)',
    ),
    verified="loader",
)  # fmt: skip
