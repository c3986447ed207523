import com.google.googlejavaformat.java.Main;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs google-java-format (AOSP style) over every source of the project: {@code check} fails, {@code apply} rewrites. */
final class Format {

    public static void main(String[] args) throws Exception {
        var arguments = new ArrayList<>(List.of("--aosp"));
        arguments.addAll(
                args[0].equals("apply") ? List.of("--replace") : List.of("--dry-run", "--set-exit-if-changed"));
        var sources = sources();
        arguments.addAll(sources);
        if (sources.isEmpty()) {
            return;
        }
        int exit = new Main(new PrintWriter(System.out, true), new PrintWriter(System.err, true), System.in)
                .format(arguments.toArray(String[]::new));
        if (exit != 0) {
            System.err.println("The files above are not formatted. Mend them with: ./mvnw -N verify -Dformat=apply");
        }
        System.exit(exit);
    }

    private static List<String> sources() throws IOException {
        try (var modules = Files.list(Path.of("."))) {
            var found = new ArrayList<String>();
            for (Path module : modules.filter(Files::isDirectory).sorted().toList()) {
                Path root = module.resolve("src");
                if (Files.isDirectory(root)) {
                    try (var files = Files.walk(root)) {
                        files.filter(file -> file.toString().endsWith(".java"))
                                .map(Path::toString)
                                .forEach(found::add);
                    }
                }
            }
            return found;
        }
    }
}
