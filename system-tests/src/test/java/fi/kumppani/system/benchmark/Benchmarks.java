package fi.kumppani.system.benchmark;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs the benchmarks named on the command line, or all of them, and prints what they measured. */
final class Benchmarks {

    private static final Map<String, Benchmark> ALL = new LinkedHashMap<>();

    static {
        ALL.put("P3", new Propagation());
        ALL.put("P7", new ColdStart());
        ALL.put("P8", new WholeSystem());
    }

    private Benchmarks() {}

    public static void main(String... names) throws Exception {
        List<String> wanted = names.length == 0 ? List.copyOf(ALL.keySet()) : List.of(names);
        boolean met = true;
        for (String name : wanted) {
            Benchmark benchmark = ALL.get(name);
            if (benchmark == null) {
                throw new IllegalArgumentException(
                        "No benchmark " + name + "; there are " + ALL.keySet());
            }
            Report report = new Report(name);
            benchmark.measure(report);
            met &= report.print();
        }
        System.exit(met ? 0 : 1);
    }

    /** One measurement. */
    @FunctionalInterface
    interface Benchmark {

        void measure(Report report) throws Exception;
    }
}
