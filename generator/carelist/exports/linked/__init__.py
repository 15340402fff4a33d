"""The list as linked data: public services (CPSV-AP) and their data set (DCAT-AP)."""
