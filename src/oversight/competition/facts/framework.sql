select ocid, technique, suppliers, ends from framework
