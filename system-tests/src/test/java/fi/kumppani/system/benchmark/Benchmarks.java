package fi.kumppani.system.benchmark;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs the benchmarks named on the command line, or all of them, and prints what they measured.
 *
 * <p>With {@code controls} it runs instead what a benchmark must notice: the same measurement of a
 * system that was slowed on purpose, which has to miss its target.
 */
final class Benchmarks {

    private static final Map<String, Benchmark> ALL = new LinkedHashMap<>();

    static {
        ALL.put("P1", new SeatRush());
        ALL.put("P3", new Propagation());
        ALL.put("P4", new LetterRush());
        ALL.put("P5b", new LargeCall());
        ALL.put("pages", new PublicPages());
        ALL.put("P7", new ColdStart());
        ALL.put("P8", new WholeSystem());
    }

    private static final Map<String, Benchmark> CONTROLS =
            Map.of(
                    "P1 with every write held up for 20 ms",
                    new SeatRush("delay=fi.kumppani.kit.journal.Journal#keep"),
                    "P3 with a relay that is held up for 20 ms",
                    new Propagation("delay=fi.kumppani.kit.outbox.OutboxRelay#publish"));

    private Benchmarks() {}

    public static void main(String... names) throws Exception {
        if (List.of(names).equals(List.of("controls"))) {
            System.exit(controls() ? 0 : 1);
        }
        List<String> wanted = names.length == 0 ? List.copyOf(ALL.keySet()) : List.of(names);
        boolean met = true;
        for (String name : wanted) {
            Benchmark benchmark = ALL.get(name);
            if (benchmark == null) {
                throw new IllegalArgumentException(
                        "No benchmark " + name + "; there are " + ALL.keySet());
            }
            Report report = new Report(name);
            try {
                benchmark.measure(report);
            } catch (Exception | AssertionError e) {
                var _ = report.print();
                throw e;
            }
            met &= report.print();
        }
        System.exit(met ? 0 : 1);
    }

    private static boolean controls() throws Exception {
        boolean noticed = true;
        for (Map.Entry<String, Benchmark> control : CONTROLS.entrySet()) {
            Report report = new Report(control.getKey());
            control.getValue().measure(report);
            noticed &= !report.print();
        }
        System.out.println(
                noticed ? "Every target was missed, as it must be." : "A target was met: too lax.");
        return noticed;
    }

    /** One measurement. */
    @FunctionalInterface
    interface Benchmark {

        void measure(Report report) throws Exception;
    }
}
