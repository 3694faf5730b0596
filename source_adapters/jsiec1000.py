"""JSIEC 1000: fundus photographs in 39 folders, one class each.

Folder names begin with one or two numbers and end in `.JPG` pictures. What the three "DR" grades
are on the international scale is not certain, so they are bound to retinopathy alone; "suspected
PDR" behind a blurred photograph is not bound. A picture is in one folder although it may show more:
nothing is ever absent. No patient id.
"""

from gmai_data import NO_SUBJECT, Class, Files, Source

SOURCE = Source(
    name="jsiec1000",
    title="JSIEC 1000 fundus images with 39 categories",
    version="1.0.0",
    homepage="https://www.kaggle.com/datasets/linchundan/fundusimage1000",
    license="LicenseRef-not-stated",
    access="registration",
    modality="Fundus Photography",
    anatomy=("retina",),
    department="Ophthalmology",
    cite="Cen et al., Automatic detection of 39 fundus diseases, Nat. Commun. 2021",
    cases=Files("{class}/{stem}.jpg"),
    subject=NO_SUBJECT,
    labels=[
        Class(
            "{class}",
            names={
                "0.0.Normal": "normal retina",
                "0.1.Tessellated fundus": "tessellated fundus",
                "0.2.Large optic cup": "optic disc cupping",
                "0.3.DR1": "diabetic retinopathy",
                "1.0.DR2": "diabetic retinopathy",
                "1.1.DR3": "diabetic retinopathy",
                "2.0.BRVO": "branch retinal vein occlusion",
                "2.1.CRVO": "central retinal vein occlusion",
                "3.RAO": "retinal artery occlusion",
                "4.Rhegmatogenous RD": "rhegmatogenous retinal detachment",
                "5.0.CSCR": "central serous retinopathy",
                "5.1.VKH disease": "Vogt-Koyanagi-Harada disease",
                "6.Maculopathy": "maculopathy",
                "7.ERM": "epiretinal membrane",
                "8.MH": "macular hole",
                "9.Pathological myopia": "pathological myopia",
                "10.0.Possible glaucoma": "suspected glaucoma",
                "10.1.Optic atrophy": "optic atrophy",
                "11.Severe hypertensive retinopathy": "hypertensive retinopathy",
                "12.Disc swelling and elevation": "optic disc swelling and elevation",
                "13.Dragged Disc": "dragged optic disc",
                "14.Congenital disc abnormality": "congenital optic disc abnormality",
                "15.0.Retinitis pigmentosa": "retinitis pigmentosa",
                "15.1.Bietti crystalline dystrophy": "Bietti crystalline dystrophy",
                "16.Peripheral retinal degeneration and break": (
                    "peripheral retinal degeneration or break"
                ),
                "17.Myelinated nerve fiber": "myelinated retinal nerve fibres",
                "18.Vitreous particles": "vitreous particles",
                "19.Fundus neoplasm": "fundus neoplasm",
                "20.Massive hard exudates": "hard exudate",
                "21.Yellow-white spots-flecks": "yellow-white retinal spots and flecks",
                "22.Cotton-wool spots": "cotton-wool spot",
                "23.Vessel tortuosity": "tortuous retinal vessels",
                "24.Chorioretinal atrophy-coloboma": "chorioretinal atrophy or coloboma",
                "25.Preretinal hemorrhage": "preretinal haemorrhage",
                "26.Fibrosis": "retinal fibrosis",
                "27.Laser Spots": "laser scar",
                "28.Silicon oil in eye": "intraocular silicone oil",
                "29.0.Blur fundus without PDR": "blurred fundus",
                "29.1.Blur fundus with suspected PDR": "blurred fundus",
            },
        )
    ],
    evidence=(
        "https://github.com/jusiro/FLAIR/blob/main/local_data/prepare_partitions.py",
        "https://github.com/openmedlab/Awesome-Medical-Dataset/blob/main/resources/JSIEC.md",
    ),
    verified="loader",
)
