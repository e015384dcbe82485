"""Products made by the workers of a dask cluster: the same work, in the same kind of process, on other machines."""

from briefgen.cluster.cluster import Cluster

__all__ = ["Cluster"]
