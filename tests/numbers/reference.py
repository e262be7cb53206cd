"""Figures of scikit-learn and SciPy that src/numbers is held against.

`python3 tests/numbers/reference.py` writes tests/numbers/reference/*.json; with --print it prints all of it as one JSON
instead. Then `npx biome check --write tests/numbers/reference` lays them out. Needs numpy, scipy and scikit-learn (Debian: python3-sklearn). Cases are drawn from fixed seeds.
"""
import json
import pathlib
import sys
import warnings

import numpy as np
import scipy
import sklearn
from scipy import special, stats
from sklearn import metrics as m
from sklearn.calibration import calibration_curve

warnings.filterwarnings("ignore")


def plain(value):
    """The same in lists and numbers that JSON has."""
    if isinstance(value, dict):
        return {key: plain(one) for key, one in value.items()}
    if isinstance(value, (list, tuple, np.ndarray)):
        return [plain(one) for one in value]
    if isinstance(value, (np.integer, int)):
        return int(value)
    if isinstance(value, (np.floating, float)):
        assert np.isfinite(value), value
        return float(value)
    return value


def binary(seed, rows, digits, weighted, share=0.3):
    rng = np.random.default_rng(seed)
    y = (rng.random(rows) < share).astype(int)
    y[0], y[1] = 0, 1
    p = np.round(np.clip(rng.beta(2, 4, rows) + 0.25 * y * rng.random(rows), 0, 1), digits)
    w = np.round(rng.random(rows) * 3, 3) if weighted else None
    if weighted:
        w[2] = 0
    hat = (p >= 0.4).astype(int)
    roc = m.roc_curve(y, p, sample_weight=w)
    full = m.roc_curve(y, p, sample_weight=w, drop_intermediate=False)
    pr = m.precision_recall_curve(y, p, sample_weight=w)
    expected = {
        "auc": m.roc_auc_score(y, p, sample_weight=w),
        "ap": m.average_precision_score(y, p, sample_weight=w),
        "logLoss": m.log_loss(y, p, sample_weight=w),
        "brier": m.brier_score_loss(y, p, sample_weight=w),
        # The first threshold differs between versions.
        "roc": [roc[0], roc[1], roc[2][1:]],
        "rocFull": [full[0], full[1], full[2][1:]],
        "pr": [pr[0][::-1], pr[1][::-1], pr[2][::-1]],
        "confusion": m.confusion_matrix(y, hat, sample_weight=w).ravel(),
        "accuracy": m.accuracy_score(y, hat, sample_weight=w),
        "balanced": m.balanced_accuracy_score(y, hat, sample_weight=w),
        "precision": m.precision_score(y, hat, sample_weight=w),
        "recall": m.recall_score(y, hat, sample_weight=w),
        "specificity": m.recall_score(y, hat, sample_weight=w, pos_label=0),
        "f1": m.f1_score(y, hat, sample_weight=w),
        "f2": m.fbeta_score(y, hat, beta=2, sample_weight=w),
        "fHalf": m.fbeta_score(y, hat, beta=0.5, sample_weight=w),
        "matthews": m.matthews_corrcoef(y, hat, sample_weight=w),
        "kappa": m.cohen_kappa_score(y, hat, sample_weight=w),
    }
    if not weighted:
        expected["calibration"] = {
            by: dict(zip(("observed", "predicted"), calibration_curve(y, p, n_bins=bins, strategy=by)))
            for by, bins in (("uniform", 10), ("quantile", 7))
        }
    return {"truth": y, "scores": p, "weights": w, "threshold": 0.4, "expected": expected}


def classes(seed, rows, labels, weighted):
    rng = np.random.default_rng(seed)
    y = rng.choice(labels, rows, p=np.arange(len(labels), 0, -1) / sum(range(len(labels) + 1)))
    # The last class is never said, the first one often.
    hat = np.where(rng.random(rows) < 0.5, y, rng.choice(labels[:-1], rows))
    hat = np.where(hat == labels[-1], labels[0], hat)
    w = np.round(rng.random(rows) * 3, 3) if weighted else None
    expected = {
        "confusion": m.confusion_matrix(y, hat, sample_weight=w).ravel(),
        "accuracy": m.accuracy_score(y, hat, sample_weight=w),
        "balanced": m.balanced_accuracy_score(y, hat, sample_weight=w),
        "matthews": m.matthews_corrcoef(y, hat, sample_weight=w),
        "kappa": m.cohen_kappa_score(y, hat, sample_weight=w),
        "kappaLinear": m.cohen_kappa_score(y, hat, sample_weight=w, weights="linear"),
        "kappaQuadratic": m.cohen_kappa_score(y, hat, sample_weight=w, weights="quadratic"),
    }
    for how in ("macro", "micro", "weighted"):
        expected[how] = {
            "precision": m.precision_score(y, hat, average=how, sample_weight=w, zero_division=0),
            "recall": m.recall_score(y, hat, average=how, sample_weight=w, zero_division=0),
            "f1": m.f1_score(y, hat, average=how, sample_weight=w, zero_division=0),
            "f2": m.fbeta_score(y, hat, beta=2, average=how, sample_weight=w, zero_division=0),
        }
    chances = rng.dirichlet(np.ones(len(labels)), rows)
    chances[0] = np.eye(len(labels))[0]
    known = sorted(labels)
    expected["logLoss"] = m.log_loss(y, chances, labels=known, sample_weight=w)
    return {
        "truth": y, "predicted": hat, "weights": w, "classes": known,
        "probabilities": chances.ravel(), "expected": expected,
    }


def ranking(seed, queries, items, grades, digits):
    rng = np.random.default_rng(seed)
    y = rng.integers(0, grades, (queries, items))
    y[0] = 0
    s = np.round(y * 0.3 + rng.random((queries, items)) * 2, digits)
    expected = {}
    for gain, of in (("linear", y), ("exponential", 2.0**y - 1)):
        for k in (None, 1, 3, 5):
            expected[f"{gain}@{k}"] = [
                m.ndcg_score(of[q : q + 1], s[q : q + 1], k=k) for q in range(queries)
            ]
    return {"relevance": y, "scores": s, "expected": expected}


def precision_lists(seed):
    """Without ties, the AP of a list is that of a classifier."""
    rng = np.random.default_rng(seed)
    y = (rng.random((6, 12)) < 0.3).astype(int)
    y[:, 0] = 1
    s = rng.permuted(np.tile(np.arange(12) / 12, (6, 1)), axis=1)
    return {
        "relevance": y, "scores": s,
        "averagePrecision": [m.average_precision_score(a, b) for a, b in zip(y, s)],
    }


def regression(seed, rows, weighted):
    rng = np.random.default_rng(seed)
    y = np.round(rng.normal(5, 3, rows), 3)
    p = np.round(y + rng.standard_t(3, rows), 3)
    w = np.round(rng.random(rows) * 3, 3) if weighted else None
    weights = w if weighted else np.ones(rows)
    return {
        "truth": y, "predicted": p, "weights": w,
        "expected": {
            "mse": m.mean_squared_error(y, p, sample_weight=w),
            "rmse": np.sqrt(m.mean_squared_error(y, p, sample_weight=w)),
            "mae": m.mean_absolute_error(y, p, sample_weight=w),
            "median": m.median_absolute_error(y, p, sample_weight=w),
            "mape": m.mean_absolute_percentage_error(y, p, sample_weight=w),
            "wape": np.sum(weights * np.abs(y - p)) / np.sum(weights * np.abs(y)),
            "r2": m.r2_score(y, p, sample_weight=w),
            "huber": np.average(special.huber(1.35, y - p), weights=weights),
            "pinball": m.mean_pinball_loss(y, p, alpha=0.9, sample_weight=w),
        },
    }


def distributions():
    shares = [1e-300, 1e-9, 1e-4, 0.01, 0.025, 0.2, 0.5, 0.8, 0.975, 0.999]
    return {
        "normalTail": [[z, stats.norm.sf(z)] for z in (-8, -3, -0.2, 0, 0.5, 1.5, 1.8, 3, 8, 30)],
        "normalQuantile": [[p, stats.norm.ppf(p)] for p in shares],
        "chiSquaredTail": [
            [x, k, stats.chi2.sf(x, k)] for x, k in ((3.84, 1), (60, 1), (0.001, 1), (12, 5), (5, 20), (1e6, 999000))
        ],
        "studentTail": [[t, k, stats.t.sf(t, k)] for t, k in ((2, 5), (50, 3), (-1, 30), (0.01, 2), (4, 2.5))],
        "betaCdf": [
            [x, a, b, stats.beta.cdf(x, a, b)]
            for x, a, b in ((0.3, 2, 5), (0.5, 80, 41), (0.9, 0.5, 0.5), (1e-5, 1, 1000), (0.499, 5000, 5001))
        ],
        "betaQuantile": [
            [p, a, b, stats.beta.ppf(p, a, b)]
            for p, a, b in ((0.025, 80, 41), (0.975, 81, 40), (0.025, 1, 1000), (0.975, 1, 1e6), (0.3, 0.5, 4))
        ],
        "binomialCdf": [
            [k, n, p, stats.binom.cdf(k, n, p)]
            for k, n, p in ((3, 10, 0.5), (40, 100, 0.5), (0, 50, 0.1), (700, 1000, 0.68), (10, 10, 0.2))
        ],
    }


def intervals():
    tallies = [(0, 10), (1, 10), (7, 10), (10, 10), (80, 120), (3, 5000)]
    rng = np.random.default_rng(5)
    a, b = np.round(rng.normal(3, 1, 20), 3), np.round(rng.normal(3.4, 2, 35), 3)
    welch = stats.ttest_ind(b, a, equal_var=False)
    t = stats.t.interval(0.9, len(a) - 1, a.mean(), stats.sem(a))
    return {
        "tallies": [
            {
                "successes": k, "trials": n,
                "wilson": list(stats.binomtest(k, n).proportion_ci(0.95, "wilson")),
                "clopperPearson": list(stats.binomtest(k, n).proportion_ci(0.95, "exact")),
            }
            for k, n in tallies
        ],
        "mcnemar": [
            [x, y, stats.binomtest(x, x + y).pvalue, stats.chi2.sf((abs(x - y) - 1) ** 2 / (x + y), 1)]
            for x, y in ((5, 15), (1, 0), (30, 61), (12, 11))
        ],
        "means": {"a": a, "b": b, "student90": list(t), "welch": [welch.statistic, welch.pvalue]},
        "ratio": [[[5050, 4950], stats.chisquare([5050, 4950]).pvalue], [[900, 2100, 3300], stats.chisquare([900, 2100, 3300]).pvalue]],
    }


def everything():
    return {
        "versions": {"numpy": np.__version__, "scipy": scipy.__version__, "scikit-learn": sklearn.__version__},
        "classification": {
            "binary": [
                binary(1, 60, 6, False), binary(2, 60, 2, False), binary(3, 60, 1, True), binary(4, 60, 6, True),
                binary(5, 30, 1, False, 0.03),
            ],
            "classes": [
                classes(11, 60, ["bird", "cat", "dog"], False), classes(12, 60, ["bird", "cat", "dog", "emu"], True),
                classes(13, 60, [1, 2, 3, 10], False),
            ],
        },
        "ranking": {
            "ndcg": [ranking(21, 8, 12, 4, 6), ranking(22, 8, 12, 4, 1), ranking(23, 6, 20, 2, 0)],
            "lists": precision_lists(24),
        },
        "regression": [regression(31, 41, False), regression(32, 40, False), regression(33, 40, True)],
        "distributions": distributions(),
        "intervals": intervals(),
    }


if __name__ == "__main__":
    found = plain(everything())
    if "--print" in sys.argv:
        print(json.dumps(found))
    else:
        folder = pathlib.Path(__file__).parent / "reference"
        versions = found.pop("versions")
        for name, part in found.items():
            lines = json.dumps({"versions": versions, name: part})
            (folder / f"{name}.json").write_text(lines + "\n")
