"""PSI-AVA-VQA: questions on key frames of eight robot-assisted prostatectomies.

Locations are quarters of the picture. Phases and steps are code names of PSI-AVA in Spanish, given
here in English by the terms of its paper, else word by word. The file of atomic actions is not
read: its answers were not seen. Frames are PSI-AVA's, requested there. All questions of a video are
training or validation, and the literature reports its results on the latter.
"""

from collections.abc import Mapping

from gmai_data import QA, Source, Table, Term

SAID = {
    "Complejo_venoso_dorsal": "ligation of the deep dorsal venous complex",
    "Control_Pediculos": "prostatic pedicle control",
    "Espacio_de_Retzius": "development of the space of Retzius",
    "Fascia_Denonvilliers": "development of the plane between prostate and rectum",
    "Id_Cuello_Vesical": "bladder neck identification and transection",
    "LPAD": "right pelvic lymphadenectomy",
    "LPAI": "left pelvic lymphadenectomy",
    "Rec_Cuello_Vesical": "bladder neck reconstruction",
    "Separacion_Prostata_Uretra": "severance of the prostate from the urethra",
    "Tiempo_muerto": "idle",
    "Vesículas_Seminales": "seminal vesicle dissection",
    "Anudar": "knotting",
    "Clip_Pediculos": "clipping of the pedicles",
    "Corte": "cutting of suture or tissue",
    "Corte_Prostata": "cutting of the prostate",
    "Corte_Vejiga": "cutting of the bladder neck",
    "Diseccion_Denon": "dissection of Denonvilliers' fascia",
    "Diseccion_Ganglios_Iliacos": "dissection of iliac lymph nodes",
    "Diseccion_Ganglios_Obturadores": "dissection of obturator lymph nodes",
    "Diseccion_Prevesical": "prevesical dissection",
    "Diseccion_Prostata": "dissection of the prostate",
    "Diseccion_Seminal": "dissection of the seminal vesicles",
    "Empacar_Ganglios": "packing of lymph nodes into the specimen bag",
    "Empacar_Prostata": "packing of the prostate into the specimen bag",
    "Halar_sutura": "pulling of the suture",
    "Id_Vena_Arteria_Iliaca": "identification of the iliac vein and artery",
    "Pasar_Aguja_Cuello": "passing of the needle through the bladder neck",
    "Pasar_Aguja_Cvdp": "passing of the needle through the dorsal venous complex",
    "Pasar_Aguja_Uretra": "passing of the needle through the urethra",
    "Succion": "suction",
    "Sujetar_Prostata": "holding of the prostate",
    **{where: where for where in ("top left", "top right", "bottom left", "bottom right")},
}


def said(row: Mapping[str, str]) -> str:
    """The answer in English; an unknown code name is an error."""
    return SAID[row["answer"]]


SOURCE = Source(
    name="psi-ava-vqa",
    title="PSI-AVA-VQA",
    version="1.0.0",
    homepage="https://github.com/lalithjets/SurgicalGPT",
    license="LicenseRef-not-stated",
    access="open",
    benchmark=("val",),
    cite="Seenivasan et al., SurgicalGPT, MICCAI 2023",
    modality="Endoscopy",
    department="Urology",
    cases=Table(
        "{set:Train|Val}/{file:C1_location|C3_phase|C4_step}.txt",
        sep="|",
        header=("frame", "question", "answer"),
        image="keyframes/{frame}",
        parse={"frame": "{video}/*"},
        derive={"said": said},
    ),
    subject="{video}",
    split=Term("{set}", {"Train": "train", "Val": "val"}),
    labels=[QA("{question}", answer="{said}")],
    evidence=(
        "https://github.com/lalithjets/SurgicalGPT dataloader: files, columns, answers",
        "https://github.com/BCV-Uniandes/TAPIR",
    ),
    verified="loader",
)
