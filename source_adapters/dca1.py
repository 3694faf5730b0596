"""DCA1: X-ray coronary angiograms with every visible artery outlined by a cardiologist.

134 angiograms; the paper uses the last 34 as its test set, the release has no split. Which artery
it is, and from which side it is seen, is not given. No patient id.
"""

from gmai_data import NO_SUBJECT, Files, Mask, Source

SOURCE = Source(
    name="dca1",
    title="DCA1: Database of X-ray Coronary Angiograms",
    version="1.0.0",
    homepage="http://personal.cimat.mx:8181/~ivan.cruz/DB_Angiograms.html",
    license="LicenseRef-Research-Only",
    access="open",
    modality="X-Ray",
    sequence="angiography",
    anatomy=("coronary artery",),
    department="Cardiovascular Surgery",
    cite="Cervantes-Sanchez et al., Automatic segmentation of coronary arteries in X-ray "
    "angiograms using multiscale analysis and artificial neural networks, Applied Sciences 2019",
    cases=Files("Database_134_Angiograms/{n:d}.pgm"),
    subject=NO_SUBJECT,
    labels=[
        Mask("Database_134_Angiograms/{n}_gt.pgm", form="binary", name="coronary artery"),
    ],
    evidence=(
        "https://github.com/constantinpape/torch-em torch_em/data/datasets/medical/dca1.py",
        "https://github.com/zekikus/MedSegBench/blob/main/medsegbench/info.py",
    ),
    verified="loader",
)
