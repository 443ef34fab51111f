"""Languages by their own names."""

from __future__ import annotations

_NAMES = {
    "ar": "العربية",
    "bn": "বাংলা",
    "cy": "Cymraeg",
    "de": "Deutsch",
    "en": "English",
    "es": "Español",
    "fr": "Français",
    "ga": "Gaeilge",
    "gd": "Gàidhlig",
    "gu": "ગુજરાતી",
    "gv": "Gaelg",
    "hi": "हिन्दी",
    "it": "Italiano",
    "ja": "日本語",
    "kw": "Kernewek",
    "lt": "Lietuvių",
    "nl": "Nederlands",
    "pa": "ਪੰਜਾਬੀ",
    "pl": "Polski",
    "pt": "Português",
    "ro": "Română",
    "sco": "Scots",
    "so": "Soomaali",
    "ta": "தமிழ்",
    "tr": "Türkçe",
    "uk": "Українська",
    "ur": "اردو",
    "zh": "中文",
}


def language_name(tag: str) -> str:
    """What a language calls itself (`cy`: Cymraeg); the tag itself where we do not know."""
    return _NAMES.get(tag.partition("-")[0], tag)
