package fi.kumppani.localstack.run;

import org.springframework.core.io.ClassPathResource;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;

/** Lays names, marks and colours of the demonstration's municipalities where the portal reads. */
final class DemonstrationLooks {

    private static final String SETTINGS = "looks.yml";
    private static final List<String> FILES =
            List.of(SETTINGS, "743.svg", "052.svg", "179.svg", "980.svg");

    private DemonstrationLooks() {}

    /**
     * What tells the portal of them. They come as a file, as an environment holds only the letters
     * of the machine's locale.
     *
     * @param directory where they are laid
     */
    static Map<String, String> environment(Path directory) {
        FILES.forEach(name -> lay(name, directory.resolve(name)));
        return Map.of(
                "KUMPPANI_DEMONSTRATION_LOOKS",
                directory.toString(),
                "SPRING_CONFIG_ADDITIONALLOCATION",
                directory.resolve(SETTINGS).toUri().toString());
    }

    private static void lay(String name, Path file) {
        try (InputStream content = new ClassPathResource("looks/" + name).getInputStream()) {
            Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
