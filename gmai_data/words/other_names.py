"""What a writer calls the terms of the vocabulary, and medical words that are no term at all.

For the checker only: the realiser writes canonical terms. Names join a text's words to a term
(renal tumour → kidney tumour); a word of :data:`UNKNOWN_EN` or :data:`UNKNOWN_ZH` that no fact's
own name contains is a claim that nothing supports.
"""

from __future__ import annotations

from typing import Final

# Organ → its adjectives, which stand for it before another noun.
ADJECTIVES: Final = {
    "kidney": ("renal",), "liver": ("hepatic",), "lung": ("pulmonary",), "heart": ("cardiac",),
    "brain": ("cerebral",), "spleen": ("splenic",), "pancreas": ("pancreatic",),
    "stomach": ("gastric",), "prostate": ("prostatic",), "uterus": ("uterine",),
    "ovary": ("ovarian",), "colon": ("colonic",), "bowel": ("intestinal",), "rectum": ("rectal",),
    "breast": ("mammary",), "skin": ("cutaneous",), "retina": ("retinal",), "rib": ("costal",),
    "oesophagus": ("oesophageal",), "trachea": ("tracheal",), "bronchus": ("bronchial",),
    "aorta": ("aortic",), "duodenum": ("duodenal",), "bone": ("osseous",), "pleura": ("pleural",),
    "urinary bladder": ("vesical",), "adrenal gland": ("adrenal",), "cerebellum": ("cerebellar",),
    "pericardium": ("pericardial",), "mediastinum": ("mediastinal",), "femur": ("femoral",),
    "thyroid gland": ("thyroid",), "spine": ("spinal",), "abdomen": ("abdominal",),
    "pelvis": ("pelvic",), "chest": ("thoracic",), "head": ("cranial",),
    "gallbladder": ("cholecystic",), "myocardium": ("myocardial",), "vertebra": ("vertebral",),
    "macula": ("macular",), "cornea": ("corneal",), "frontal lobe": ("frontal",),
    "temporal lobe": ("temporal",), "parietal lobe": ("parietal",),
    "occipital lobe": ("occipital",),
}  # fmt: skip

NAMES_EN: Final = {
    "kidney tumour": ("renal neoplasm",),
    "liver tumour": ("hepatic neoplasm",),
    "lung tumour": ("pulmonary tumour", "pulmonary neoplasm"),
    "lung opacity": ("pulmonary opacity", "airspace opacity"),
    "brain tumour": ("intracranial tumour", "cerebral tumour"),
    "peritumoural oedema": (
        "perilesional oedema", "perifocal oedema", "oedema around the tumour",
        "vasogenic oedema", "oedema surrounding the tumour", "peritumoral edema",
    ),
    "necrotic tumour core": (
        "necrotic core of the tumour", "necrotic core", "tumour necrosis", "necrotic centre",
    ),
    "enhancing tumour": (
        "enhancing tumour tissue", "enhancing part of the tumour", "contrast-enhancing tumour",
        "enhancing component", "enhancing tumour portion",
    ),
    "non-enhancing tumour": ("nonenhancing tumour", "non-enhancing part of the tumour"),
    "multiple sclerosis lesion": (
        "ms lesion", "ms plaque", "demyelinating lesion", "demyelinating plaque",
        "multiple sclerosis plaque", "demyelinating multiple sclerosis lesion",
    ),
    "acute ischaemic infarct": (
        "acute infarct", "acute infarction", "acute ischaemic infarction", "acute ischaemic stroke",
    ),
    "cardiomegaly": (
        "enlarged heart", "cardiac enlargement", "enlarged cardiac silhouette", "heart enlargement",
    ),
    "pneumothorax": ("air in the pleural space", "air in the pleural cavity"),
    "pleural effusion": ("pleural fluid", "effusion", "fluid in the pleural space"),
    "pericardial effusion": (
        "fluid in the pericardium", "fluid around the heart", "pericardial fluid",
    ),
    "consolidation": ("airspace consolidation", "pulmonary consolidation", "lung consolidation"),
    "atelectasis": ("atelectatic change", "lung collapse", "collapsed lung", "atelectatic lung"),
    "emphysema": ("emphysematous change", "pulmonary emphysema"),
    "pneumonia": ("pneumonic infiltrate", "pneumonic consolidation"),
    "fracture": ("broken bone", "fracture line", "cortical break"),
    "rib fracture": ("fracture of a rib", "fractured rib", "broken rib"),
    "lymphadenopathy": ("enlarged lymph node", "lymph node enlargement", "adenopathy"),
    "hiatal hernia": ("hiatus hernia",),
    "clinically significant prostate cancer": ("significant prostate cancer",),
    "subdural haemorrhage": ("subdural haematoma", "subdural bleed", "subdural bleeding"),
    "epidural haemorrhage": ("epidural haematoma", "extradural haematoma", "epidural bleed"),
    "subarachnoid haemorrhage": ("sah", "subarachnoid bleed"),
    "intraparenchymal haemorrhage": ("parenchymal bleed", "intracerebral haemorrhage"),
    "intracranial haemorrhage": ("intracranial bleed", "intracranial bleeding"),
    "melanoma": ("malignant melanoma",),
    "melanocytic naevus": ("naevus", "melanocytic mole", "mole", "benign naevus"),
    "basal cell carcinoma": ("bcc",),
    "squamous cell carcinoma": ("scc",),
    "polyp": ("polypoid lesion",),
    "microaneurysm": ("retinal microaneurysm",),
    "hard exudate": ("lipid exudate", "exudate"),
    "leucocyte": ("white cell",),
    "erythrocyte": ("red cell", "red blood cell"),
    "platelet": ("thrombocyte",),
    "breast mass": ("mass in the breast", "mammary mass"),
    "thyroid nodule": ("nodule of the thyroid", "nodule in the thyroid"),
    "gland": ("glandular structure",),
    "adipose tissue": ("fat tissue", "fatty tissue"),
    "metastasis": ("metastatic deposit", "metastatic disease", "metastatic lesion"),
    "hydronephrosis": ("dilated renal pelvis",),
    "haemorrhage": ("bleed", "haemorrhagic"),
    "necrosis": ("necrotic",),
    "calcification": ("calcified",),
    "prostate or uterus": ("prostate/uterus",),
    "left ventricle": ("left ventricular cavity", "lv cavity", "left ventricular"),
    "right ventricle": ("right ventricular cavity", "rv cavity", "right ventricular"),
    "left ventricular myocardium": ("myocardium of the left ventricle", "lv myocardium"),
    "surgical instrument": ("instrument",),
    "chest": ("hemithorax",),
}  # fmt: skip
NAMES_ZH: Final = {
    "kidney": ("肾实质",), "liver": ("肝实质",), "brain": ("脑组织", "脑实质"),
    "lung": ("肺组织", "肺野", "肺实质"), "spleen": ("脾实质",), "stomach": ("胃腔",),
    "left ventricle": ("左室", "左心室腔"), "right ventricle": ("右室", "右心室腔"),
    "left ventricular myocardium": ("左室心肌",),
    "peritumoural oedema": ("肿瘤周围水肿", "瘤周水肿带", "病灶周围水肿", "灶周水肿"),
    "necrotic tumour core": ("坏死核心", "肿瘤坏死", "坏死区", "坏死灶"),
    "enhancing tumour": ("强化的肿瘤", "肿瘤强化", "强化灶", "强化部分"),
    "multiple sclerosis lesion": ("多发性硬化斑块", "脱髓鞘病灶", "脱髓鞘斑块"),
    "acute ischaemic infarct": ("急性脑梗死", "急性梗死", "急性缺血性脑梗死"),
    "cardiomegaly": ("心脏增大", "心影扩大", "心脏扩大"),
    "pneumothorax": ("胸腔积气",),
    "pleural effusion": ("胸膜腔积液",),
    "lung opacity": ("肺内阴影", "肺部阴影", "肺阴影"),
    "lung nodule": ("肺部结节", "肺内结节"),
    "lymphadenopathy": ("肿大淋巴结",),
    "atelectasis": ("肺萎陷",),
    "fracture": ("骨折线",),
    "clinically significant prostate cancer": ("临床显著性前列腺癌", "临床显著前列腺癌"),
    "subdural haemorrhage": ("硬膜下血肿",), "epidural haemorrhage": ("硬膜外血肿",),
    "intraparenchymal haemorrhage": ("脑内出血", "脑实质血肿"),
    "melanoma": ("恶性黑色素瘤", "黑素瘤"),
    "melanocytic naevus": ("黑素细胞痣", "痣"),
    "polyp": ("息肉样病变",),
    "microaneurysm": ("微动脉瘤",),
    "hard exudate": ("硬渗",),
    "chest": ("胸廓",),
    "acute infarct": ("急性梗死",),
    "infarct": ("梗死",),
    "metastasis": ("转移性病灶", "转移瘤", "转移性"),
    "gland": ("腺体结构",),
}  # fmt: skip

# Pictures by other names, English and Chinese.
TECHNIQUE: Final = {
    "Microscopy": ("microscopic field", "microscope image", "photomicrograph", "显微视野"),
    "Pathology": ("histology slide", "histological section", "tissue section", "病理图片"),
    "X-Ray": ("x ray film", "roentgenogram", "x光片", "摄片"),
    "Ultrasound": ("ultrasonogram", "sonographic", "超声切面"),
    "MR": ("nuclear magnetic resonance", "核磁共振"),
    "Endoscopy": ("endoscope", "内窥镜"),
    "OCT": ("tomogram of the retina", "光学相干断层扫描"),
}  # fmt: skip

# Medical nouns that are no vocabulary term: one in a text that no fact's name contains is a claim.
UNKNOWN_EN: Final = frozenset({
    "abscess", "aneurysm", "angiomyolipoma", "angioma", "adenocarcinoma", "arthritis", "ascites",
    "bronchiectasis", "bulla", "calculus", "cancer", "carcinoma", "cardiomyopathy", "chondroma",
    "collapse", "contusion", "cyst", "diverticulum", "diverticulosis", "effusion", "embolism",
    "embolus", "empyema", "endometrioma", "fibroid", "fibroma", "fistula", "gliosis", "granuloma",
    "haemangioma", "haemothorax", "hamartoma", "hepatomegaly", "hydropneumothorax", "hygroma",
    "hyperplasia", "hypertrophy", "infarct", "infarction", "infection", "inflammation", "ischaemia",
    "laceration", "leiomyoma", "lipoma", "malformation", "malignancy", "metastasis", "metastases",
    "metastatic", "microbleed", "microbleeds", "neuroma", "nodule", "obstruction", "osteoma",
    "osteophyte", "osteopenia", "parasite", "perforation", "plaque", "pleurisy", "pneumonitis",
    "pseudocyst", "reticulocyte", "megakaryocyte", "rupture", "sarcoma", "sarcoidosis", "scar",
    "sclerosis", "sepsis", "splenomegaly", "stenosis", "stone", "stricture", "swelling", "teratoma",
    "thrombosis", "torsion", "trauma", "tumor", "tumour", "varix", "varices", "vasculitis",
    "volvulus", "neoplasm", "oncocytoma", "craniopharyngioma", "ependymoma", "astrocytoma",
    "oligodendroglioma", "medulloblastoma", "demyelination", "encephalomalacia", "encephalitis",
    "leukoencephalopathy", "pneumomediastinum", "haemoptysis", "pyelonephritis", "urolithiasis",
    "nephrolithiasis", "cholelithiasis", "appendicitis", "pancreatitis", "diverticulitis",
    "colitis", "cystitis", "osteomyelitis", "spondylosis", "spondylitis", "chordoma",
    "lymphangioma", "papilloma", "xanthogranuloma", "keratoacanthoma", "haemangiomas", "melanosis",
    "pancreas", "uvea", "ileum", "jejunum", "omentum", "mesentery",
})  # fmt: skip  # fmt: skip
UNKNOWN_ENDINGS: Final = (
    "oma", "omas", "omata", "itis", "osis", "pathy", "pathies", "megaly", "ectasis",
    "ectasia", "lithiasis", "plegia", "emia", "rrhage", "rrhagia", "penia", "plasia", "trophy",
    "malacia", "cele", "ptosis", "sclerosis",
)  # fmt: skip
NOT_ENDINGS: Final = frozenset({
    "diagnosis", "diagnoses", "prognosis", "prognoses", "stroma", "stoma", "coma", "soma", "aroma",
    "chroma", "genoma", "diploma", "osmosis", "mitosis", "mitoses", "anastomosis", "academia",
    "scrotocele", "atrophy",
})  # fmt: skip  # fmt: skip
UNKNOWN_ZH: Final = (
    "血管平滑肌脂肪瘤", "错构瘤", "血管瘤", "海绵状血管瘤", "脂肪瘤", "畸胎瘤", "神经鞘瘤",
    "嗜酸细胞瘤",
    "平滑肌瘤", "纤维瘤", "皮肤纤维瘤", "腺瘤样增生", "软骨瘤", "骨瘤", "室管膜瘤", "星形细胞瘤",
    "颅咽管瘤",
    "髓母细胞瘤", "少突胶质细胞瘤", "脉管瘤", "乳头状瘤", "肉芽肿", "憩室", "脓肿", "积水", "积脓",
    "积血",
    "微出血", "梗阻", "穿孔", "扭转", "套叠", "瘘", "瘢痕", "感染", "炎症", "脓毒症", "坏疽",
    "缺血", "栓塞",
    "血栓形成", "静脉曲张", "畸形", "发育不良", "增生", "肥大", "萎缩", "硬化", "纤维化", "脱髓鞘",
    "软化灶",
    "胰腺炎", "阑尾炎", "胆囊炎", "肾炎", "肾盂肾炎", "膀胱炎", "前列腺炎", "脑炎", "脑膜炎",
    "肠炎", "结肠炎",
    "关节炎", "滑膜炎", "骨髓炎", "心肌炎", "肺泡炎", "胸膜炎", "腹膜炎", "血胸", "脓胸", "肺脓肿",
    "肾脓肿",
    "肝脓肿", "前列腺脓肿", "膀胱结石", "肾血管平滑肌脂肪瘤", "肾梗死", "肋骨转移瘤", "乳腺囊肿",
    "疟原虫",
    "巨核细胞", "网织红细胞", "原始淋巴细胞", "脾大", "肝大", "脾肿大", "肝肿大", "肺大疱",
    "肺气囊", "移位",
    "癌", "肉瘤", "恶性", "良性", "转移", "淋巴瘤", "白血病", "空肠", "回肠", "网膜", "肠系膜",
)  # fmt: skip
