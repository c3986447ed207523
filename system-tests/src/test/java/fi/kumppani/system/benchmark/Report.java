package fi.kumppani.system.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a benchmark found: ratios against their targets, and the absolute figures behind them. */
final class Report {

    private final String name;
    private final List<String> lines = new ArrayList<>();
    private boolean met = true;

    Report(String name) {
        this.name = name;
    }

    /** A ratio that must not be greater than its target. */
    void ratio(String what, List<Double> pairs, double target) {
        ratio(what, pairs, "≤", target, Figures.percentile(pairs, 50) <= target);
    }

    /** A ratio that must not be less than its target. */
    void atLeast(String what, List<Double> pairs, double target) {
        ratio(what, pairs, "≥", target, Figures.percentile(pairs, 50) >= target);
    }

    private void ratio(
            String what, List<Double> pairs, String relation, double target, boolean good) {
        met &= good;
        lines.add(
                String.format(
                        Locale.ROOT,
                        "%-44s %6.2f  (%.2f–%.2f over %d pairs)  target %s %.2f  %s",
                        what,
                        Figures.percentile(pairs, 50),
                        Figures.percentile(pairs, 0),
                        Figures.percentile(pairs, 100),
                        pairs.size(),
                        relation,
                        target,
                        good ? "met" : "MISSED"));
    }

    /** A figure that must not be greater than its target. */
    void limit(String what, double figure, double target, String unit) {
        boolean good = figure <= target;
        met &= good;
        lines.add(
                String.format(
                        Locale.ROOT,
                        "%-44s %6.0f %s  target ≤ %.0f  %s",
                        what,
                        figure,
                        unit,
                        target,
                        good ? "met" : "MISSED"));
    }

    /** A figure for the record. */
    void absolute(String what, double figure, String unit) {
        lines.add(String.format(Locale.ROOT, "  %-42s %9.2f %s", what, figure, unit));
    }

    /** What was not measured, and why. */
    void remark(String what) {
        lines.add("  " + what);
    }

    /** Prints everything and tells whether all targets were met. */
    boolean print() {
        System.out.println(name);
        lines.forEach(System.out::println);
        System.out.println();
        return met;
    }
}
