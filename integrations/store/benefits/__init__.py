"""The register of benefits (救助待遇) that the desk keeps itself, who has shown who they are, and who looked."""
