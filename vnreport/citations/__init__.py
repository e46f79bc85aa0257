"""Citations of documents: "Quyết định số 12/2018/QĐ-UBND ngày 05/3/2018 của UBND tỉnh"."""
