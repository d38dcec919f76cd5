"""The case, shown: report, figures, exports."""
