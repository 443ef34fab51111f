"""What records are made of, for people and programs: the fields, and all that is made from them."""

from cbsite.schema.dictionary import Column, columns_of
from cbsite.schema.fields import FieldGuide, fields_of
from cbsite.schema.guide import author_guide

__all__ = ["Column", "FieldGuide", "author_guide", "columns_of", "fields_of"]
