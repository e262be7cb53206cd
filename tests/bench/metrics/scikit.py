"""Times scikit-learn on columns in a folder: `scikit.py FOLDER ROUNDS` prints milliseconds and values as JSON."""
import json
import sys
import time

import numpy as np
from sklearn import __version__, metrics

folder, rounds = sys.argv[1], int(sys.argv[2])
truth = np.fromfile(f"{folder}/truth", dtype=np.uint8).astype(np.int64)
scores = np.fromfile(f"{folder}/scores")
relevance = np.fromfile(f"{folder}/relevance").reshape(-1, 100)
lists = scores.reshape(-1, 100)
found = {"version": __version__}
for name, work in {
    "auc": lambda: metrics.roc_auc_score(truth, scores),
    "ap": lambda: metrics.average_precision_score(truth, scores),
    "logLoss": lambda: metrics.log_loss(truth, scores),
    "ndcg": lambda: metrics.ndcg_score(relevance, lists),
}.items():
    times = []
    for _ in range(rounds if name != "ndcg" else 2):
        start = time.perf_counter()
        value = work()
        times.append((time.perf_counter() - start) * 1000)
    found[name] = {"ms": sorted(times)[len(times) // 2], "value": float(value)}
print(json.dumps(found))
