"""How modalities, sequences, planes, views and windows are said in English and Chinese.

One table for the realiser, which writes these words, and for the checker, which reads them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Wording:
    """One thing in two languages: a name to answer with and a picture to speak of."""

    name: str  # "CT", "ultrasound"
    zh: str
    image: str = ""  # English noun of the picture: "radiograph"
    image_zh: str = ""
    adjective: str = ""  # English, before the image noun: "T2-weighted"
    also: tuple[str, ...] = ()  # other English names that mean the same
    also_zh: tuple[str, ...] = ()


MODALITY_WORDS: Final = {
    "CT": Wording("CT", "CT", "CT image", "CT 图像", "CT",
                  ("computed tomography", "cat scan", "hrct"),
                  ("计算机断层扫描", "计算机体层成像")),
    "MR": Wording("MR", "MR", "MR image", "MR 图像", "MR",
                  ("mri", "magnetic resonance", "magnetic resonance imaging"),
                  ("MRI", "磁共振成像", "磁共振", "核磁")),
    "X-Ray": Wording("X-ray", "X 线", "radiograph", "X 线片", "radiographic",
                     ("radiograph", "radiographs", "radiography", "plain film", "chest film"),
                     ("X线", "X线片", "X 线片", "平片", "胸片", "X 线摄影", "X线摄影")),
    "Ultrasound": Wording("ultrasound", "超声", "ultrasound image", "超声图像", "ultrasound",
                          ("sonogram", "sonography", "ultrasonography", "echocardiogram"),
                          ("B超", "彩超", "声像图")),
    "PET": Wording("PET", "PET", "PET image", "PET 图像", "PET",
                   ("positron emission tomography",), ("正电子发射断层显像", "正电子发射断层")),
    "Endoscopy": Wording("endoscopy", "内镜", "endoscopic image", "内镜图像", "endoscopic",
                         ("endoscopic", "colonoscopy", "gastroscopy", "colonoscopic",
                          "gastroscopic"), ("肠镜", "胃镜", "内镜检查")),
    "Pathology": Wording("histopathology", "组织病理", "histopathology image", "组织病理图像",
                         "histological", ("histology", "histological", "histopathological"),
                         ("病理切片", "组织病理学", "病理图像")),
    "Microscopy": Wording("microscopy", "显微镜检查", "microscopy image", "显微图像",
                          "microscopic", ("micrograph", "microscopic", "smear"),
                          ("显微镜", "涂片", "显微镜图像", "镜下")),
    "Dermoscopy": Wording("dermoscopy", "皮肤镜", "dermoscopic image", "皮肤镜图像",
                          "dermoscopic", ("dermoscopic", "dermatoscopy"), ("皮肤镜检查",)),
    "Fundus Photography": Wording("fundus photography", "眼底照相", "fundus photograph",
                                  "眼底照片", "fundus",
                                  ("fundus photograph", "fundus image", "retinal photograph"),
                                  ("眼底照片", "眼底彩照", "眼底图像", "眼底像")),
    "OCT": Wording("OCT", "OCT", "OCT image", "OCT 图像", "OCT",
                   ("optical coherence tomography",), ("光学相干断层成像", "光相干断层扫描")),
    "Infrared Reflectance Imaging": Wording(
        "infrared reflectance imaging", "红外反射成像", "infrared reflectance image",
        "红外反射图像", "infrared reflectance", ("infrared reflectance",), ("红外反射",)),
    "Ophthalmoscope": Wording("ophthalmoscopy", "检眼镜检查", "ophthalmoscopic image",
                              "检眼镜图像", "ophthalmoscopic", ("ophthalmoscopic",), ("检眼镜",)),
}  # fmt: skip

SEQUENCE_WORDS: Final = {
    "T1w": Wording("T1-weighted imaging", "T1WI", adjective="T1-weighted",
                   also=("t1", "t1w", "t1wi", "t1-weighted", "t1 weighted"), also_zh=("T1 加权",)),
    "T1w+Gd": Wording("contrast-enhanced T1-weighted imaging", "增强 T1WI",
                      adjective="contrast-enhanced T1-weighted",
                      also=("t1ce", "t1c", "t1gd", "t1w+gd", "t1+c", "post-contrast t1"),
                      also_zh=("T1 增强", "T1增强")),
    "T2w": Wording("T2-weighted imaging", "T2WI", adjective="T2-weighted",
                   also=("t2", "t2w", "t2wi", "t2-weighted", "t2 weighted"), also_zh=("T2 加权",)),
    "FLAIR": Wording("FLAIR", "FLAIR", adjective="FLAIR",
                     also=("t2-flair", "t2f", "t2 flair", "fluid-attenuated inversion recovery"),
                     also_zh=("T2-FLAIR", "液体衰减反转恢复")),
    "DWI": Wording("diffusion-weighted imaging", "DWI", adjective="diffusion-weighted",
                   also=("dwi", "hbv", "diffusion-weighted"), also_zh=("扩散加权成像", "弥散加权")),
    "ADC": Wording("an ADC map", "ADC 图", image="ADC map", image_zh="ADC 图",
                   also=("adc", "adc map", "apparent diffusion coefficient"),
                   also_zh=("表观扩散系数", "ADC图")),
    "PDw": Wording("proton density-weighted imaging", "PDWI", adjective="proton density-weighted",
                   also=("pd", "pdw", "pdwi", "proton density"), also_zh=("质子密度加权",)),
    "SWI": Wording("susceptibility-weighted imaging", "SWI", adjective="susceptibility-weighted",
                   also=("swi",), also_zh=("磁敏感加权",)),
    "STIR": Wording("STIR", "STIR", adjective="STIR"),
    "cine": Wording("cine imaging", "电影序列", adjective="cine",
                    also=("cine ssfp", "bssfp", "cine mr"), also_zh=("电影",)),
    "LGE": Wording("late gadolinium enhancement imaging", "延迟强化序列",
                   adjective="late gadolinium enhancement",
                   also=("lge", "de"), also_zh=("延迟强化",)),
    "DCE": Wording("dynamic contrast-enhanced imaging", "动态增强序列",
                   adjective="dynamic contrast-enhanced", also=("dce", "dce-mri"),
                   also_zh=("动态增强",)),
    "MRA": Wording("MR angiography", "MRA", image="MR angiographic image", image_zh="MRA 图像",
                   also=("mra", "tof", "tof-mra"), also_zh=("磁共振血管成像",)),
    "in-phase": Wording("in-phase imaging", "同相位序列", adjective="in-phase",
                        also=("inphase", "in phase", "t1 in-phase"), also_zh=("同相位",)),
    "out-of-phase": Wording("out-of-phase imaging", "反相位序列", adjective="out-of-phase",
                            also=("outphase", "opposed-phase", "out of phase", "t1 out-of-phase"),
                            also_zh=("反相位",)),
    "unenhanced": Wording("an unenhanced scan", "平扫", adjective="unenhanced",
                          also=("non-contrast", "noncontrast", "plain", "ncct", "pre-contrast")),
    "contrast-enhanced": Wording("a contrast-enhanced scan", "增强扫描",
                                 adjective="contrast-enhanced", also=("cect", "enhanced"),
                                 also_zh=("增强",)),
    "arterial phase": Wording("the arterial phase", "动脉期", adjective="arterial-phase",
                              also=("arterial", "arterial-phase")),
    "portal venous phase": Wording("the portal venous phase", "门静脉期",
                                   adjective="portal venous-phase",
                                   also=("portal venous", "venous phase", "portal phase",
                                         "portal venous-phase"),
                                   also_zh=("门脉期",)),
    "delayed phase": Wording("the delayed phase", "延迟期", adjective="delayed-phase",
                             also=("delayed", "delayed-phase")),
    "CT angiography": Wording("CT angiography", "CTA", image="CT angiographic image",
                              image_zh="CTA 图像", also=("cta",), also_zh=("CT 血管成像",)),
    "FDG": Wording("FDG PET", "FDG PET", adjective="FDG", also=("18f-fdg", "fdg-pet", "f-18 fdg"),
                   also_zh=("¹⁸F-FDG",)),
    "PSMA": Wording("PSMA PET", "PSMA PET", adjective="PSMA", also=("psma-pet",)),
    "H&E": Wording("haematoxylin and eosin staining", "HE 染色", adjective="H&E-stained",
                   also=("he", "h&e", "h&e stain", "haematoxylin and eosin",
                         "hematoxylin and eosin", "h&e-stained"),
                   also_zh=("苏木精-伊红染色",)),
    "IHC": Wording("immunohistochemistry", "免疫组化染色",
                   adjective="immunohistochemically stained",
                   also=("immunohistochemical", "immunohistochemistry", "ihc stain"),
                   also_zh=("免疫组织化学", "免疫组化")),
    "Pap": Wording("Papanicolaou staining", "巴氏染色", adjective="Papanicolaou-stained",
                   also=("papanicolaou", "pap stain", "pap smear")),
    "Giemsa": Wording("Giemsa staining", "吉姆萨染色", adjective="Giemsa-stained",
                      also=("giemsa stain", "giemsa-stained")),
    "Wright-Giemsa": Wording("Wright-Giemsa staining", "瑞特-吉姆萨染色",
                             adjective="Wright-Giemsa-stained",
                             also=("wright stain", "may-grünwald-giemsa", "may-grunwald-giemsa")),
    "blood smear": Wording("a blood smear", "血涂片", image="blood smear image",
                           image_zh="血涂片图像", also=("peripheral blood smear",)),
    "bone marrow smear": Wording("a bone marrow smear", "骨髓涂片",
                                 image="bone marrow smear image", image_zh="骨髓涂片图像"),
    "fluorescence": Wording("fluorescence microscopy", "荧光显微镜检查",
                            image="fluorescence micrograph", image_zh="荧光显微图像",
                            also_zh=("荧光",)),
    "phase contrast": Wording("phase-contrast microscopy", "相差显微镜检查",
                              image="phase-contrast micrograph", image_zh="相差显微图像",
                              also=("phase-contrast",), also_zh=("相差",)),
    "electron microscopy": Wording("electron microscopy", "电子显微镜检查",
                                   image="electron micrograph", image_zh="电镜图像"),
    "mammography": Wording("mammography", "乳腺 X 线摄影", image="mammogram",
                           image_zh="乳腺 X 线摄影图像", also=("mammographic", "ffdm"),
                           also_zh=("乳腺X线摄影", "钼靶")),
    "angiography": Wording("X-ray angiography", "X 线血管造影", image="angiogram",
                           image_zh="血管造影图像", also=("xa", "x-ray angiogram"),
                           also_zh=("血管造影",)),
    "panoramic": Wording("panoramic radiography", "口腔全景 X 线摄影",
                         image="panoramic dental radiograph", image_zh="口腔全景片",
                         also=("panoramic radiograph", "opg"), also_zh=("全景片",)),
    "fluoroscopy": Wording("fluoroscopy", "X 线透视", image="fluoroscopic image",
                           image_zh="透视图像"),
    "colonoscopy": Wording("colonoscopy", "结肠镜检查", image="colonoscopic image",
                           image_zh="结肠镜图像", also=("colonoscopic",), also_zh=("结肠镜",)),
    "gastroscopy": Wording("upper gastrointestinal endoscopy", "胃镜检查",
                           image="upper gastrointestinal endoscopic image", image_zh="胃镜图像",
                           also=("gastroscopic", "upper endoscopy"), also_zh=("胃镜",)),
    "capsule endoscopy": Wording("capsule endoscopy", "胶囊内镜检查",
                                 image="capsule endoscopy image", image_zh="胶囊内镜图像",
                                 also_zh=("胶囊内镜",)),
    "laparoscopy": Wording("laparoscopy", "腹腔镜检查", image="laparoscopic image",
                           image_zh="腹腔镜图像", also=("laparoscopic",), also_zh=("腹腔镜",)),
    "bronchoscopy": Wording("bronchoscopy", "支气管镜检查", image="bronchoscopic image",
                            image_zh="支气管镜图像", also_zh=("支气管镜",)),
    "colposcopy": Wording("colposcopy", "阴道镜检查", image="colposcopic image",
                          image_zh="阴道镜图像", also_zh=("阴道镜",)),
    "clinical photograph": Wording("clinical photography", "临床照相", image="clinical photograph",
                                   image_zh="临床照片", also=("clinical photo", "photograph"),
                                   also_zh=("临床照片",)),
    "surgical microscopy": Wording("surgical microscopy", "手术显微镜",
                                   image="surgical microscope image", image_zh="手术显微镜图像",
                                   also=("operating microscope", "surgical microscope"),
                                   also_zh=("手术显微镜",)),
    "AOSLO": Wording("adaptive optics scanning light ophthalmoscopy", "自适应光学扫描检眼镜检查",
                     image="adaptive optics scanning light ophthalmoscope image",
                     image_zh="自适应光学扫描检眼镜图像",
                     also=("aoslo", "adaptive optics", "scanning light ophthalmoscopy"),
                     also_zh=("自适应光学", "自适应光学扫描检眼镜")),
    "fluorescein angiography": Wording("fluorescein angiography", "荧光素眼底血管造影",
                                       image="fluorescein angiogram",
                                       image_zh="荧光素眼底血管造影图像", also=("ffa", "fa")),
    "ultra-widefield": Wording("ultra-widefield fundus photography", "超广角眼底照相",
                               image="ultra-widefield fundus photograph",
                               image_zh="超广角眼底照片", also=("uwf", "ultra-wide-field"),
                               also_zh=("超广角",)),
    "colour": Wording("colour fundus photography", "眼底彩色照相",
                      image="colour fundus photograph", image_zh="眼底彩照",
                      also=("color", "cfp", "colour fundus photography"), also_zh=("彩色",)),
    "OCTA": Wording("OCT angiography", "OCTA", image="OCT angiogram", image_zh="OCTA 图像",
                    also=("oct angiography",)),
    "adaptive optics": Wording("adaptive optics ophthalmoscopy", "自适应光学检眼镜检查",
                               image="adaptive optics ophthalmoscopic image",
                               image_zh="自适应光学检眼镜图像", also=("aoslo",)),
    "Doppler": Wording("colour Doppler ultrasound", "彩色多普勒超声",
                       image="colour Doppler ultrasound image", image_zh="彩色多普勒超声图像",
                       also=("colour doppler", "color doppler"), also_zh=("彩色多普勒",)),
    "echocardiography": Wording("echocardiography", "超声心动图检查",
                                image="echocardiographic image", image_zh="超声心动图",
                                also=("echo", "echocardiographic"), also_zh=("超声心动图",)),
}  # fmt: skip

PLANE_WORDS: Final = {
    "axial": Wording("axial", "轴位", also=("transverse", "transaxial"),
                     also_zh=("横断面", "横断位", "轴面", "横轴位")),
    "coronal": Wording("coronal", "冠状位", also_zh=("冠状面",)),
    "sagittal": Wording("sagittal", "矢状位", also_zh=("矢状面",)),
    "oblique axial": Wording("oblique axial", "斜轴位"),
    "oblique coronal": Wording("oblique coronal", "斜冠状位"),
    "oblique sagittal": Wording("oblique sagittal", "斜矢状位"),
    "oblique": Wording("oblique", "斜位", also_zh=("斜面",)),
}  # fmt: skip

VIEW_WORDS: Final = {
    "PA": Wording("posteroanterior (PA)", "后前位", also=("posteroanterior", "pa")),
    "AP": Wording("anteroposterior (AP)", "前后位", also=("anteroposterior", "ap")),
    "frontal": Wording("frontal", "正位"),
    "lateral": Wording("lateral", "侧位", also=("ll", "rl", "lat")),
    "oblique": Wording("oblique", "斜位"),
    "CC": Wording("craniocaudal (CC)", "头尾位（CC）", also=("craniocaudal", "cc"),
                  also_zh=("头尾位",)),
    "MLO": Wording("mediolateral oblique (MLO)", "内外斜位（MLO）",
                   also=("mediolateral oblique", "mlo"), also_zh=("内外斜位",)),
    "apical four-chamber": Wording("apical four-chamber", "心尖四腔心切面",
                                   also=("a4c", "4ch", "four-chamber", "apical 4 chamber"),
                                   also_zh=("四腔心",)),
    "apical two-chamber": Wording("apical two-chamber", "心尖两腔心切面",
                                  also=("a2c", "2ch", "two-chamber"), also_zh=("两腔心",)),
    "parasternal long-axis": Wording("parasternal long-axis", "胸骨旁长轴切面",
                                     also=("plax",), also_zh=("长轴切面",)),
    "short-axis": Wording("short-axis", "短轴位", also=("sax", "short axis", "sa"),
                          also_zh=("短轴",)),
    "long-axis": Wording("long-axis", "长轴位", also=("lax", "long axis", "la"),
                         also_zh=("长轴",)),
    "macula-centred": Wording("macula-centred", "以黄斑为中心", also=("macula-centered", "macula")),
    "disc-centred": Wording("disc-centred", "以视盘为中心",
                            also=("disc-centered", "optic disc-centred", "disc")),
}  # fmt: skip

WINDOW_WORDS: Final = {
    "soft tissue": Wording("soft-tissue window", "软组织窗",
                           also=("abdomen", "soft-tissue", "abdominal")),
    "lung": Wording("lung window", "肺窗"),
    "mediastinum": Wording("mediastinal window", "纵隔窗", also=("mediastinal",)),
    "bone": Wording("bone window", "骨窗"),
    "brain": Wording("brain window", "脑窗", also=("head",)),
    "liver": Wording("liver window", "肝窗"),
    "subdural": Wording("subdural window", "硬膜下窗", also=("blood",)),
    "vessels": Wording("angiographic window", "血管窗", also=("angio", "vessel", "cta")),
}  # fmt: skip

POSITION_WORDS: Final = {
    "upper left": ("upper left", "左上部"),
    "upper centre": ("upper central", "上部中央"),
    "upper right": ("upper right", "右上部"),
    "centre left": ("left", "左侧中部"),
    "centre": ("centre", "中央"),
    "centre right": ("right", "右侧中部"),
    "lower left": ("lower left", "左下部"),
    "lower centre": ("lower central", "下部中央"),
    "lower right": ("lower right", "右下部"),
}  # fmt: skip

DICOM_MODALITIES: Final = {
    "CT": ("CT",), "MR": ("MR",), "PT": ("PET",),
    "CR": ("X-Ray",), "DX": ("X-Ray",), "RG": ("X-Ray",), "MG": ("X-Ray",), "RF": ("X-Ray",),
    "XA": ("X-Ray",), "PX": ("X-Ray",), "IO": ("X-Ray",), "RTIMAGE": ("X-Ray",),
    "US": ("Ultrasound",), "IVUS": ("Ultrasound",), "BDUS": ("Ultrasound",),
    "ES": ("Endoscopy",), "SM": ("Pathology", "Microscopy"), "GM": ("Microscopy", "Pathology"),
    "DMS": ("Dermoscopy",), "XC": ("Dermoscopy",),
    "OP": ("Fundus Photography", "Infrared Reflectance Imaging", "Ophthalmoscope"),
    "OPT": ("OCT",), "OPTENF": ("OCT",), "OPTBSV": ("OCT",), "IVOCT": ("OCT",),
}  # fmt: skip
DICOM_SUBMODALITIES: Final = {"MG": "mammography", "XA": "angiography", "PX": "panoramic"}


def canonical_word(table: dict[str, Wording], raw: str) -> str:
    """The key of a table whose name or other name ``raw`` is, or ""."""
    key = raw.strip().lower()
    if not key:
        return ""
    for name, wording in table.items():
        if key == name.lower() or key == wording.name.lower() or key in wording.also:
            return name
    return ""


def window_name(window: str) -> str:
    """``"soft tissue 50/400 HU"`` → ``"soft tissue"``; "" for percentile and unknown windows."""
    words = window.lower().replace("window", " ").split()
    while words and (words[-1] == "hu" or any(c.isdigit() for c in words[-1])):
        words.pop()
    return canonical_word(WINDOW_WORDS, " ".join(words))
